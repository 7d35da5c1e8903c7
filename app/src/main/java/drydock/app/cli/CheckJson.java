package drydock.app.cli;

import drydock.app.cli.TextPlaces.Place;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Findings as JSON: an array with one object for each.
record CheckJson(CheckReport report) {

    List<Map<String, Object>> json() {
        return report.findings().stream().map(this::finding).toList();
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", report.paths().name(finding.file()));
        json.put("line", finding.line());
        json.put("column", report.column(finding));
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("rule", finding.rule());
        json.put("object", finding.object().map(ResourceId::toString).orElse(""));
        json.put("path", finding.field());
        json.put("message", finding.message(Locale.getDefault()));
        json.put("advice", finding.advice(Locale.getDefault()));
        if (!finding.fixes().isEmpty()) {
            json.put("fixes", finding.fixes().stream().map(this::fix).toList());
        }
        return json;
    }

    private Map<String, Object> fix(Fix fix) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", fix.title(Locale.getDefault()));
        json.put(
                "edits",
                Replacement.of(report.project(), fix.edit()).stream()
                        .map(this::edit)
                        .toList());
        return json;
    }

    private Map<String, Object> edit(Replacement replacement) {
        TextPlaces places = report.places(replacement.file());
        Place start = places.at(replacement.start());
        Place end = places.at(replacement.end());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", report.paths().name(replacement.file()));
        json.put("line", start.line());
        json.put("column", start.column());
        json.put("endLine", end.line());
        json.put("endColumn", end.column());
        json.put("text", replacement.text());
        return json;
    }
}

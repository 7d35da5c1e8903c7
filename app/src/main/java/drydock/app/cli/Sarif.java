package drydock.app.cli;

import drydock.app.cli.TextPlaces.Place;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.Severity;
import drydock.model.validation.standard.RuleCatalogue;
import drydock.model.validation.standard.RuleCatalogue.Listed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Findings as tools for code review read them: SARIF 2.1.0 (`docs.oasis-open.org/sarif/sarif/v2.1.0`). What
/// is switched off is there, too, and says so.
record Sarif(CheckReport report, String version) {

    private static final Messages MESSAGES = Messages.of(Sarif.class);

    private static final List<String> RULES =
            RuleCatalogue.all().stream().map(Listed::name).toList();

    Map<String, Object> json() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver()));
        run.put("invocations", List.of(invocation()));
        // what was found before under this name and is not any more counts as mended
        run.put("automationDetails", Map.of("id", "drydock/"));
        run.put("language", Locale.getDefault().getLanguage().equals("zh") ? "zh-CN" : "en-US");
        run.put("columnKind", "unicodeCodePoints");
        Fingerprints fingerprints = new Fingerprints();
        run.put(
                "results",
                Stream.concat(report.findings().stream(), report.off().stream())
                        .map(finding -> result(finding, fingerprints))
                        .toList());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.put("version", "2.1.0");
        json.put("runs", List.of(run));
        return json;
    }

    /// That the check came to its end; what could not be read is a result.
    private static Map<String, Object> invocation() {
        return Map.of("executionSuccessful", true);
    }

    private Map<String, Object> driver() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Drydock");
        driver.put("version", version);
        driver.put("rules", RuleCatalogue.all().stream().map(Sarif::rule).toList());
        return driver;
    }

    private static Map<String, Object> rule(Listed listed) {
        Map<String, Object> rule = new LinkedHashMap<>();
        String description = listed.description(Locale.getDefault());
        rule.put("id", listed.name());
        rule.put("shortDescription", text(description));
        rule.put("fullDescription", text(description));
        rule.put("help", text(help(description, listed.source())));
        SourceLink.of(listed.source()).ifPresent(link -> rule.put("helpUri", link));
        rule.put("defaultConfiguration", Map.of("level", level(listed.severity())));
        rule.put("properties", properties(listed));
        return rule;
    }

    private static String help(String description, String source) {
        return description + "\n\n" + MESSAGES.get("sarif.source", source);
    }

    /// What tools for code review sort and filter by.
    private static Map<String, Object> properties(Listed listed) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("source", listed.source());
        properties.put("precision", listed.severity() == Severity.ERROR ? "very-high" : "high");
        properties.put("problem.severity", problem(listed.severity()));
        properties.put("tags", List.of("kubernetes", listed.severity().name().toLowerCase(Locale.ROOT)));
        return properties;
    }

    private static String problem(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "recommendation";
        };
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "note";
        };
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private Map<String, Object> result(Finding finding, Fingerprints fingerprints) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        if (RULES.contains(finding.rule())) {
            result.put("ruleIndex", RULES.indexOf(finding.rule()));
        }
        result.put("level", level(finding.severity()));
        String advice = finding.advice(Locale.getDefault());
        String message = finding.message(Locale.getDefault());
        result.put("message", text(advice.isEmpty() ? message : message + " " + advice));
        result.put("locations", List.of(location(finding)));
        result.put("partialFingerprints", Map.of("primaryLocationLineHash", fingerprints.of(finding)));
        List<Map<String, Object>> fixes =
                finding.fixes().stream().flatMap(this::fix).toList();
        if (!fixes.isEmpty()) {
            result.put("fixes", fixes);
        }
        if (report.off().contains(finding)) {
            boolean inside = report.switchOf(finding) == CheckReport.Switch.OBJECT;
            result.put("suppressions", List.of(Map.of("kind", inside ? "inSource" : "external")));
        }
        return result;
    }

    private Map<String, Object> location(Finding finding) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", finding.line());
        region.put("startColumn", report.column(finding));
        if (report.project().file(finding.file()).isPresent()) {
            Place end = report.places(finding.file()).at(finding.span().end());
            region.put("endLine", end.line());
            region.put("endColumn", end.column());
        }
        Map<String, Object> location = new LinkedHashMap<>();
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact(finding.file()));
        physical.put("region", region);
        location.put("physicalLocation", physical);
        List<Map<String, Object>> logical = logical(finding);
        if (!logical.isEmpty()) {
            location.put("logicalLocations", logical);
        }
        return location;
    }

    /// The object, and the field in it.
    private static List<Map<String, Object>> logical(Finding finding) {
        List<Map<String, Object>> locations = new ArrayList<>();
        String object = finding.object().map(ResourceId::toString).orElse("");
        if (!object.isEmpty()) {
            locations.add(logical(object, object, "object"));
        }
        if (!finding.field().isEmpty()) {
            String whole = object.isEmpty() ? finding.field() : object + ":" + finding.field();
            locations.add(logical(finding.field(), whole, "member"));
        }
        return locations;
    }

    private static Map<String, Object> logical(String name, String whole, String kind) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("name", name);
        location.put("fullyQualifiedName", whole);
        location.put("kind", kind);
        return location;
    }

    private Map<String, Object> artifact(String file) {
        return Map.of("uri", report.paths().uri(file));
    }

    /// A way to mend it, if it is a replacement of text.
    private Stream<Map<String, Object>> fix(Fix fix) {
        List<Replacement> replacements = Replacement.of(report.project(), fix.edit());
        if (replacements.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", text(fix.title(Locale.getDefault())));
        json.put("artifactChanges", replacements.stream().map(this::change).toList());
        return Stream.of(json);
    }

    private Map<String, Object> change(Replacement replacement) {
        TextPlaces places = report.places(replacement.file());
        Place start = places.at(replacement.start());
        Place end = places.at(replacement.end());
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", start.line());
        region.put("startColumn", start.column());
        region.put("endLine", end.line());
        region.put("endColumn", end.column());
        Map<String, Object> replaced = new LinkedHashMap<>();
        replaced.put("deletedRegion", region);
        replaced.put("insertedContent", text(replacement.text()));
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("artifactLocation", artifact(replacement.file()));
        change.put("replacements", List.of(replaced));
        return change;
    }
}

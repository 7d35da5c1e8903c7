package drydock.model.validation;

import drydock.model.helm.Charts;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextSpan;
import java.util.List;

/// What is not looked at of Helm charts: their templates.
final class ChartTemplates {

    private ChartTemplates() {}

    /// Says so at each chart that has some.
    static List<Finding> check(List<ManifestFile> files) {
        Charts charts = Charts.of(files);
        return charts.isEmpty()
                ? List.of()
                : charts.headsWithTemplates(files).stream()
                        .map(head -> Finding.of(
                                "helm-chart",
                                Severity.ADVICE,
                                head,
                                new TextSpan(0, 0, 1, 1),
                                FindingText.common("helm-chart")))
                        .toList();
    }
}

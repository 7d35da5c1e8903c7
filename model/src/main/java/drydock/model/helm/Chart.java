package drydock.model.helm;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A Helm chart: a folder with a `Chart.yaml` (`helm/pkg/chart/loader/load.go LoadFiles`).
///
/// @param folder the way to its files with a slash at the end; empty for that of the project
/// @param isLibrary whether it has only what templates of other charts use, and makes no objects itself
record Chart(String folder, boolean isLibrary) {

    static final String NAME = "Chart.yaml";
    private static final String TEMPLATES = "templates/";
    private static final String CHARTS = "charts/";
    private static final String DEFINITIONS = "crds/";

    /// What Helm reads of a chart besides its templates, and what its tools call values to test it with.
    private static final Pattern READ =
            Pattern.compile("Chart\\.yaml|requirements\\.yaml|values([-_.][^/]*)?\\.ya?ml|values\\.schema\\.json"
                    + "|ci/[^/]*values\\.ya?ml");

    /// The chart that `file` is the head of; empty if it is none, or an object itself.
    static Optional<Chart> of(ManifestFile file) {
        if (!file.path().equals(NAME) && !file.path().endsWith("/" + NAME)) {
            return Optional.empty();
        }
        Object head = file.documents().stream()
                .findFirst()
                .filter(ManifestDocument::isReadable)
                .flatMap(document -> document.value(FieldPath.ROOT))
                .orElse(Map.of());
        Map<?, ?> fields = head instanceof Map<?, ?> map ? map : Map.of();
        return fields.containsKey("kind")
                ? Optional.empty()
                : Optional.of(new Chart(
                        file.path().substring(0, file.path().length() - NAME.length()),
                        "library".equals(fields.get("type"))));
    }

    /// The path of its head.
    String head() {
        return folder + NAME;
    }

    boolean holds(String path) {
        return path.startsWith(folder);
    }

    boolean isTemplate(String path) {
        return path.startsWith(TEMPLATES, folder.length());
    }

    /// Whether Helm takes it as it is to the cluster.
    boolean isDefinition(String path) {
        return path.startsWith(DEFINITIONS, folder.length());
    }

    /// Whether a file of its is read by Helm alone, as those of the charts that it depends on.
    boolean isInput(String path) {
        return READ.matcher(path.substring(folder.length())).matches() || dependsOn(path);
    }

    /// Whether a file is one of a chart that it depends on.
    boolean dependsOn(String path) {
        return holds(path) && path.startsWith(CHARTS, folder.length());
    }
}

package drydock.model.helm;

import drydock.model.manifest.ManifestFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The Helm charts of a project, and with them which of its files they take for what.
public final class Charts {

    /// What a file is to the charts that it lies in.
    public enum Part {
        /// Nothing: it is what it would be without them.
        NONE,
        /// Helm makes manifests of it.
        TEMPLATE,
        /// Helm reads it, and no cluster does.
        INPUT
    }

    /// The innermost first.
    private final List<Chart> all;

    private Charts(List<Chart> all) {
        this.all = all;
    }

    public static Charts of(Collection<ManifestFile> files) {
        return new Charts(files.stream()
                .flatMap(file -> Chart.of(file).stream())
                .sorted(Comparator.comparingInt((Chart chart) -> chart.folder().length())
                        .reversed())
                .toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// What the file at `path` is; custom definitions (`crds/`) go to the cluster as they are.
    public Part part(String path) {
        boolean innermost = true;
        for (Chart chart : all) {
            if (chart.holds(path)) {
                if (innermost && chart.isDefinition(path)) {
                    return Part.NONE;
                } else if (chart.isTemplate(path)) {
                    return Part.TEMPLATE;
                } else if (chart.isInput(path)) {
                    return Part.INPUT;
                }
                innermost = false;
            }
        }
        return Part.NONE;
    }

    /// The paths of the heads (`Chart.yaml`) of the charts that make manifests of templates among `files`; of a chart
    /// that another one depends on, that of the other.
    public Set<String> headsWithTemplates(Collection<ManifestFile> files) {
        Set<String> heads = new LinkedHashSet<>();
        for (ManifestFile file : files) {
            if (part(file.path()) == Part.TEMPLATE) {
                Chart chart = owner(file.path());
                if (!chart.isLibrary()) {
                    heads.add(chart.head());
                }
            }
        }
        return heads;
    }

    /// The chart whose manifests a template is made to: no other one depends on it.
    private Chart owner(String template) {
        Chart found = all.stream()
                .filter(chart -> chart.holds(template) && chart.isTemplate(template))
                .findFirst()
                .orElseThrow();
        for (Chart outer : all) {
            if (outer.dependsOn(found.folder())) {
                found = outer;
            }
        }
        return found;
    }
}

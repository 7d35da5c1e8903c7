package drydock.app.cli;

import java.util.Map;
import java.util.Optional;

/// Where the source of Kubernetes can be read that a rule is taken from (`Listed.source`).
final class SourceLink {

    private static final String KUBERNETES = "https://github.com/kubernetes/kubernetes/blob/v1.36.0/";

    /// Sources that lie in repositories of their own, by how their paths begin.
    private static final Map<String, String> OTHERS = Map.of(
            "sigs.k8s.io/yaml ", "https://github.com/kubernetes-sigs/yaml/blob/master/",
            "kube-openapi/", "https://github.com/kubernetes/kube-openapi/blob/master/");

    private SourceLink() {}

    /// The address of the first file that `source` names; empty if it names none.
    static Optional<String> of(String source) {
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (source.startsWith(other.getKey())) {
                return Optional.of(
                        other.getValue() + first(source.substring(other.getKey().length())));
            }
        }
        String file = first(source);
        boolean isFile = file.endsWith(".go") && file.indexOf('*') < 0 && !file.startsWith("github.com/");
        return isFile ? Optional.of(KUBERNETES + place(file)) : Optional.empty();
    }

    private static String first(String source) {
        return source.split("[ ;,]", 2)[0];
    }

    /// Where a file lies in the repository, which has the modules below a folder of their own.
    private static String place(String file) {
        return file.startsWith("pkg/") || file.startsWith("plugin/") ? file : "staging/src/k8s.io/" + file;
    }
}

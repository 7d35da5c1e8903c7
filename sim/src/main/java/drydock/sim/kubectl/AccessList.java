package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `auth can-i --list` shows of rules: one line for each kind of object, and for each path
/// (`kubectl/pkg/describe/describe.go`, `component-helpers/auth/rbac/validation/policy_compact.go`).
final class AccessList {

    private record Line(List<String> verbs, String group, String resource, String name, String path) {

        String order() {
            return "[" + String.join(" ", verbs) + "]," + listed(group) + listed(resource) + listed(name)
                    + listed(path);
        }

        List<String> cells() {
            String kind = group.isEmpty() ? resource : resource + "." + group;
            return List.of(kind, listed(path), listed(name), "[" + String.join(" ", verbs) + "]");
        }

        private static String listed(String text) {
            return "[" + text + "]";
        }
    }

    private AccessList() {}

    static List<String> lines(List<PolicyRule> rules) {
        List<Line> lines = new ArrayList<>();
        Map<List<String>, List<String>> verbs = new LinkedHashMap<>();
        for (PolicyRule rule : rules) {
            List<String> names = rule.getResourceNames().isEmpty() ? List.of("") : rule.getResourceNames();
            for (String group : rule.getApiGroups()) {
                for (String resource : rule.getResources()) {
                    names.forEach(name -> verbs.computeIfAbsent(List.of(group, resource, name), _ -> new ArrayList<>())
                            .addAll(rule.getVerbs()));
                }
            }
            for (String path : rule.getNonResourceURLs()) {
                rule.getVerbs().forEach(verb -> lines.add(new Line(List.of(verb), "", "", "", path)));
            }
        }
        verbs.forEach((of, all) -> lines.add(new Line(all, of.get(0), of.get(1), of.get(2), "")));
        List<List<String>> rows = lines.stream()
                .sorted(Comparator.comparing(Line::order))
                .map(Line::cells)
                .toList();
        return new Table(
                        List.of("Resources", "Non-Resource URLs", "Resource Names", "Verbs"),
                        rows,
                        rows.stream().map(_ -> "").toList())
                .lines(false, true);
    }
}

package drydock.sim.kubectl.describe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Roles, a line for each resource with all that may be done to it, and who has them (`describe.go RoleDescriber`).
final class RoleDescription {

    /// What one line is about.
    private record Subjected(String group, String resource, List<String> names, List<String> urls) {}

    private RoleDescription() {}

    static void of(Lines lines, HasMetadata role, List<PolicyRule> rules) {
        lines.field(0, "Name", role.getMetadata().getName());
        Metadata.labelsAndAnnotations(lines, role.getMetadata());
        lines.line(0, "PolicyRule:");
        lines.line(1, "Resources", "Non-Resource URLs", "Resource Names", "Verbs");
        lines.line(1, "---------", "-----------------", "--------------", "-----");
        Map<Subjected, List<String>> verbs = new LinkedHashMap<>();
        rules.forEach(rule ->
                parts(rule).forEach(part -> add(verbs.computeIfAbsent(part, _ -> new ArrayList<>()), rule.getVerbs())));
        verbs.entrySet().stream()
                .sorted(Comparator.comparing(entry -> text(entry.getKey())))
                .forEach(entry -> lines.line(
                        1,
                        resource(entry.getKey()),
                        list(entry.getKey().urls()),
                        list(entry.getKey().names()),
                        list(entry.getValue())));
    }

    static void of(Lines lines, HasMetadata binding, RoleRef role, List<Subject> subjects) {
        lines.field(0, "Name", binding.getMetadata().getName());
        Metadata.labelsAndAnnotations(lines, binding.getMetadata());
        lines.line(0, "Role:").field(1, "Kind", role.getKind()).field(1, "Name", role.getName());
        lines.line(0, "Subjects:").line(1, "Kind", "Name", "Namespace").line(1, "----", "----", "---------");
        subjects.forEach(subject -> lines.line(
                1, subject.getKind(), subject.getName(), Objects.requireNonNullElse(subject.getNamespace(), "")));
    }

    /// The rule for each resource, name and address by itself (`rbac.BreakdownRule`).
    private static List<Subjected> parts(PolicyRule rule) {
        List<Subjected> parts = new ArrayList<>();
        for (String group : rule.getApiGroups()) {
            for (String resource : rule.getResources()) {
                if (rule.getResourceNames().isEmpty()) {
                    parts.add(new Subjected(group, resource, List.of(), List.of()));
                }
                rule.getResourceNames()
                        .forEach(name -> parts.add(new Subjected(group, resource, List.of(name), List.of())));
            }
        }
        rule.getNonResourceURLs().forEach(url -> parts.add(new Subjected("", "", List.of(), List.of(url))));
        return parts;
    }

    private static void add(List<String> verbs, List<String> more) {
        more.stream().filter(verb -> !verbs.contains(verb)).forEach(verbs::add);
    }

    private static String text(Subjected part) {
        return part.group() + " " + part.resource() + " " + part.names() + " " + part.urls();
    }

    private static String resource(Subjected part) {
        String[] halves = part.resource().split("/", 2);
        String group = part.group().isEmpty() ? "" : "." + part.group();
        return halves[0] + group + (halves.length == 2 ? "/" + halves[1] : "");
    }

    private static String list(List<String> texts) {
        return "[" + String.join(" ", texts) + "]";
    }
}

package drydock.model.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds values against the schemas that one combines (`kube-openapi/pkg/validation/validate/schema_props.go`).
///
/// @param issues where it is told
record CustomCombinations(CustomIssues issues) {

    void check(CustomSchema schema, Object value, CustomPath at) {
        any(schema.each("anyOf"), value, at);
        one(schema.each("oneOf"), value, at);
        all(schema.each("allOf"), value, at);
        if (schema.has("not") && held(schema.in("not"), value, at).isEmpty()) {
            issues.whole(at, "custom-not", "must not validate the schema (not)");
        }
        issues.matched(2);
    }

    private void any(List<CustomSchema> parts, Object value, CustomPath at) {
        List<CustomIssues> held = held(parts, value, at);
        held.stream().filter(CustomIssues::isEmpty).findFirst().ifPresentOrElse(issues::add, () -> {
            if (!held.isEmpty()) {
                issues.whole(at, "custom-none", "must validate at least one schema (anyOf)");
                issues.add(nearest(held));
            }
        });
    }

    private void one(List<CustomSchema> parts, Object value, CustomPath at) {
        List<CustomIssues> held = held(parts, value, at);
        List<CustomIssues> fitting = held.stream().filter(CustomIssues::isEmpty).toList();
        if (fitting.size() == 1) {
            issues.add(fitting.getFirst());
        } else if (!held.isEmpty()) {
            String found = fitting.isEmpty() ? "Found none valid" : "Found " + fitting.size() + " valid alternatives";
            issues.whole(at, "custom-one", "must validate one and only one schema (oneOf). " + found);
            if (fitting.isEmpty()) {
                issues.add(nearest(held));
            }
        }
    }

    private void all(List<CustomSchema> parts, Object value, CustomPath at) {
        List<CustomIssues> held = held(parts, value, at);
        held.forEach(issues::add);
        long fitting = held.stream().filter(CustomIssues::isEmpty).count();
        if (fitting < held.size()) {
            issues.whole(
                    at,
                    "custom-all",
                    "must validate all the schemas (allOf)" + (fitting == 0 ? ". None validated" : ""));
        }
    }

    private static CustomIssues nearest(List<CustomIssues> held) {
        CustomIssues nearest = held.getFirst();
        for (CustomIssues each : held) {
            nearest = each.matches() > nearest.matches() ? each : nearest;
        }
        return nearest;
    }

    private static List<CustomIssues> held(List<CustomSchema> parts, Object value, CustomPath at) {
        return parts.stream().map(part -> held(part, value, at)).toList();
    }

    private static CustomIssues held(CustomSchema part, @Nullable Object value, CustomPath at) {
        CustomIssues issues = new CustomIssues();
        new CustomValues(issues).check(part, value, at);
        return issues;
    }
}

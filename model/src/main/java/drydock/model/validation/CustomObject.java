package drydock.model.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API server makes of an object of a custom kind by the schema of its definition: what it drops, what it
/// fills in, and what it refuses of what is left.
///
/// @param schema what is written under `openAPIV3Schema`; everything is allowed if it is empty
/// @param replicas where the number of replicas stands, as `.spec.replicas`; empty if it cannot be scaled
public record CustomObject(Map<?, ?> schema, String replicas) {

    /// The object without the fields that the schema does not know, and with the values it gives where none is
    /// (`apiextensions-apiserver/pkg/apiserver/schema/{pruning,defaulting}/algorithm.go`).
    ///
    /// @param object the object as JSON has it, which stays as it is
    public Map<String, Object> complete(Map<?, ?> object) {
        if (schema.isEmpty()) {
            Map<String, Object> whole = new LinkedHashMap<>();
            object.forEach((key, value) -> whole.put(String.valueOf(key), value));
            return whole;
        }
        return CustomFill.filled(CustomSchema.of(root()), object);
    }

    /// What is refused of an object that is complete.
    ///
    /// @param old the complete object whose place it takes; null if it is new
    public List<Refusal> refusals(Map<?, ?> complete, @Nullable Map<?, ?> old) {
        List<CustomIssue> issues = issues(complete, old);
        List<Refusal> refusals = new ArrayList<>();
        issues.forEach(issue -> refusals.add(issue.refusal()));
        if (CustomIssues.isBlocked(issues) && CustomSchema.of(schema).hasRules()) {
            refusals.add(CustomIssue.UNCHECKED);
        }
        return refusals;
    }

    /// The fields that the schema does not know.
    List<CustomFill.Unknown> unknown(Map<?, ?> object) {
        List<CustomFill.Unknown> unknown = new ArrayList<>();
        if (!schema.isEmpty()) {
            CustomFill.unknown(CustomSchema.of(root()), object, CustomPath.ROOT, unknown);
        }
        return unknown;
    }

    /// What is wrong with an object that is complete.
    ///
    /// @param old the complete object whose place it takes; null if it is new
    List<CustomIssue> issues(Map<?, ?> complete, @Nullable Map<?, ?> old) {
        List<CustomIssue> issues = new ArrayList<>();
        if (!schema.isEmpty()) {
            CustomIssues found = found(CustomSchema.of(schema), complete);
            if (!CustomIssues.isBlocked(found.all())) {
                new CustomRules(found).check(CustomSchema.of(schema), complete, old, CustomPath.ROOT, true);
            }
            issues.addAll(found.all());
        }
        if (!replicas.isEmpty()) {
            CustomScale.problem(complete, replicas).ifPresent(issues::add);
        }
        return issues;
    }

    /// The root is an object with metadata, whatever its schema says.
    private Map<?, ?> root() {
        Map<Object, @Nullable Object> root = new LinkedHashMap<>(schema);
        root.put("x-kubernetes-embedded-resource", true);
        return root;
    }

    /// What is wrong with a value that is complete.
    static List<CustomIssue> issues(CustomSchema schema, @Nullable Object value) {
        return found(schema, value).all();
    }

    private static CustomIssues found(CustomSchema schema, @Nullable Object value) {
        CustomIssues issues = new CustomIssues();
        new CustomValues(issues).check(schema, value, CustomPath.ROOT);
        new CustomEmbedded(issues).check(schema, value, CustomPath.ROOT);
        if (!schema.ofDefaults()) {
            new CustomLists(issues).check(schema, value, CustomPath.ROOT);
        }
        return issues;
    }
}

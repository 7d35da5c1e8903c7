package drydock.model.validation;

import drydock.model.cel.Outcome;
import drydock.model.cel.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds values against the rules in CEL that stand in the schema of a custom kind
/// (`apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go`).
///
/// What a rule of this kind costs to compute is not counted. A rule that the API server would not take is told of at
/// the definition, and passed over here.
///
/// @param issues where it is told
record CustomRules(CustomIssues issues) {

    /// Holds a value and all that is in it against the rules.
    ///
    /// @param old the value whose place it takes; null if it is new
    /// @param root whether it is an object of the kind itself
    void check(CustomSchema schema, @Nullable Object value, @Nullable Object old, CustomPath at, boolean root) {
        check(schema, new Change(value, old, false), at, root);
    }

    /// A value and the one whose place it takes.
    ///
    /// @param within whether it stands in what stays as it was: what is wrong there already is let be
    /// (`schema/cel/validation.go shouldRatchetError`)
    private record Change(@Nullable Object value, @Nullable Object old, boolean within) {

        boolean isNone() {
            return old == null ? within : Objects.equals(value, old);
        }
    }

    private void check(CustomSchema schema, Change change, CustomPath at, boolean root) {
        if (change.value() == null) {
            return;
        }
        rules(schema, schema, change, at, root);
        schema.each("allOf").forEach(one -> rules(one, schema, change, at, root));
        switch (change.value()) {
            case Map<?, ?> map -> map.forEach((key, _) -> field(schema, change, map, String.valueOf(key), at));
            case List<?> list -> items(schema, change, list, at);
            default -> {
                // nothing is in it
            }
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private void field(CustomSchema schema, Change change, Map<?, ?> map, String name, CustomPath at) {
        CustomSchema field = schema.field(name);
        if (field != null) {
            Change inner = new Change(map.get(name), map(change.old()).get(name), change.isNone());
            check(field, inner, schema.knows(name) ? at.key(name) : at.entry(name), false);
        }
    }

    private void items(CustomSchema schema, Change change, List<?> list, CustomPath at) {
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            Change inner = new Change(item, sameItem(schema, change.old(), item), change.isNone());
            check(schema.in("items"), inner, at.index(i), false);
        }
    }

    /// The item that it takes the place of, which only lists with keys tell.
    private static @Nullable Object sameItem(CustomSchema schema, @Nullable Object old, @Nullable Object item) {
        List<String> keys = schema.strings("x-kubernetes-list-map-keys");
        return old instanceof List<?> list && item instanceof Map<?, ?> map && !keys.isEmpty()
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .filter(other -> keys.stream()
                                .allMatch(key -> Objects.equals(map.get(key), ((Map<?, ?>) other).get(key))))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private void rules(CustomSchema of, CustomSchema schema, Change change, CustomPath at, boolean root) {
        List<?> rules = of.list("x-kubernetes-validations");
        if (rules.isEmpty()) {
            return;
        }
        Object self = seen(schema, Objects.requireNonNull(change.value()), root);
        Optional<Object> oldSelf = Optional.ofNullable(change.old()).map(before -> seen(schema, before, root));
        boolean same = change.isNone() || oldSelf.filter(self::equals).isPresent();
        for (Object written : rules) {
            if (written instanceof Map<?, ?> map) {
                CustomRule rule = CustomRule.of(map);
                if (!same || rule.expression().usesOldSelf()) {
                    rule(rule, schema, self, oldSelf, at);
                }
            }
        }
    }

    private static Object seen(CustomSchema schema, Object value, boolean root) {
        return root && value instanceof Map<?, ?> map
                ? CustomRuleValues.object(schema, map)
                : CustomRuleValues.of(schema, value);
    }

    private void rule(CustomRule rule, CustomSchema schema, Object self, Optional<Object> oldSelf, CustomPath at) {
        Map<String, Object> values;
        if (!rule.expression().usesOldSelf()) {
            values = Values.ofNew(self);
        } else if (rule.takesNew()) {
            values = Values.ofChanged(self, oldSelf);
        } else if (oldSelf.isPresent()) {
            values = Values.ofChanged(self, oldSelf.get());
        } else {
            return;
        }
        switch (rule.expression().evaluate(values)) {
            case Outcome.Value(Boolean holds)
            when !holds -> issues.rule(at.then(rule.fieldPath()), schema.type(), rule, rule.message(values));
            case Outcome.Failure(String reason) -> issues.ruleFailed(at, schema.type(), rule, reason);
            default -> {
                // it holds, or nothing can be told
            }
        }
    }
}

package drydock.model.validation;

import java.util.List;
import java.util.Set;

/// One thing that the API server refuses of an object of a custom kind.
///
/// @param at where it is told; what the server calls it is its name, or nothing at all if it is `nowhere`
/// @param key the message that tells people of it
/// @param words what the API server says behind the field's path
record CustomIssue(String rule, CustomPath at, boolean nowhere, String key, String words, List<Object> arguments) {

    /// The message that tells of a rule of the definition that does not hold: what it says, and the rule itself.
    static final String RULE_BROKEN = "custom-rule";

    /// What the API server writes where it names no field.
    private static final String NOWHERE = "<nil>";

    /// What the API server adds where it held no rule in CEL against an object.
    static final Refusal UNCHECKED = new Refusal(
            NOWHERE,
            ServerWords.invalidRaw(
                    "null",
                    "some validation rules were not checked because the object was invalid; "
                            + "correct the existing errors to complete validation"));

    /// Rules and messages that tell of a type, of what is missing or of what is too much.
    private static final Set<String> BLOCKING =
            Set.of(Checks.REQUIRED, Enumerations.RULE, "type", "custom-type", "custom-long", "custom-many");

    CustomIssue {
        arguments = List.copyOf(arguments);
    }

    /// Whether rules in CEL are not held against an object with it.
    boolean isBlocking() {
        return BLOCKING.contains(rule) || BLOCKING.contains(key);
    }

    Refusal refusal() {
        return new Refusal(nowhere || at.name().isEmpty() ? NOWHERE : at.name(), words);
    }

    /// Tells it of an object.
    void tell(Visit top) {
        tell(top, CustomPath.ROOT);
    }

    /// Tells it of a value that stands at `root` in an object.
    void tell(Visit top, CustomPath root) {
        String inside = nowhere ? "" : at.name();
        String called = root.name().isEmpty() ? at.name() : root.name() + (inside.isEmpty() ? "" : "." + inside);
        top.errorCalled(called, rule, root.path().then(at.path()), key, arguments.toArray())
                .words(words);
    }
}

package drydock.model.validation;

import java.util.List;

/// One thing that the API server refuses of an object of a custom kind.
///
/// @param at where it is told; what the server calls it is its name, or nothing at all if it is `nowhere`
/// @param key the message that tells people of it
/// @param words what the API server says behind the field's path
record CustomIssue(String rule, CustomPath at, boolean nowhere, String key, String words, List<Object> arguments) {

    /// What the API server writes where it names no field.
    private static final String NOWHERE = "<nil>";

    CustomIssue {
        arguments = List.copyOf(arguments);
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

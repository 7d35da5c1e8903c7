package drydock.sim.container;

import java.util.List;

/// A word of a shell command before it is expanded.
record ShellWord(List<Part> parts) {

    static final ShellWord EMPTY = new ShellWord(List.of());

    ShellWord {
        parts = List.copyOf(parts);
    }

    static ShellWord literal(String text) {
        return new ShellWord(List.of(new Literal(text, false)));
    }

    /// The word's text if it is one plain piece without quotes, else empty: only such a word can be a keyword.
    String plain() {
        return parts.size() == 1 && parts.getFirst() instanceof Literal(var text, var quoted) && !quoted ? text : "";
    }

    /// Whether any of it was quoted.
    boolean quoted() {
        return parts.stream().anyMatch(part -> part instanceof Literal(var _, var quoted) && quoted);
    }

    /// A piece of a word.
    sealed interface Part {}

    /// Text as it stands.
    record Literal(String text, boolean quoted) implements Part {}

    /// `$name`, `${name}` or `${name:-other}`.
    ///
    /// @param operator `:-`, `:=`, `:+`, `:?`, the same without the colon, `#`, `##`, `%`, `%%`, `length`; or empty
    record Variable(String name, String operator, ShellWord other, boolean quoted) implements Part {}

    /// `$(commands)`.
    record Substitution(ShellNode commands, boolean quoted) implements Part {}

    /// `$((expression))`.
    record Arithmetic(String expression) implements Part {}
}

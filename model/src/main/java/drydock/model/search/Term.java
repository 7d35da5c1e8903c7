package drydock.model.search;

/// One thing that is looked for, in lower case.
public sealed interface Term {

    /// The term as it was typed; text in a value that reads so fits every term.
    String text();

    /// A word that stands anywhere: in a name, a kind, a value, or the name of a field.
    record Word(String text) implements Term {}

    /// A label, or a selector that asks for it, whose value begins with `value`.
    ///
    /// @param key its key, or what stands behind the `/` of its key
    record Label(String text, String key, String value) implements Term {}

    /// A field whose value contains `value`.
    ///
    /// @param path the end of its path, as `replicas` or `spec.containers.image`; `kind`, `name`, `ns` and
    /// `namespace` stand for these of the object
    record Field(String text, String path, String value) implements Term {}

    /// A label if there is a `=` in it, a field if there is a `:`, else a word. `label:app=web` is a label.
    static Term parse(String text) {
        String plain = text.startsWith("label:") ? text.substring("label:".length()) : text;
        int equals = plain.indexOf('=');
        int colon = plain.indexOf(':');
        if (equals > 0 && (colon < 0 || equals < colon)) {
            int value = plain.startsWith("==", equals) ? equals + 2 : equals + 1;
            return new Label(text, plain.substring(0, equals), plain.substring(value));
        }
        return colon > 0
                ? new Field(
                        text,
                        plain.substring(0, colon),
                        plain.substring(colon + 1).strip())
                : new Word(plain.isEmpty() ? text : plain);
    }
}

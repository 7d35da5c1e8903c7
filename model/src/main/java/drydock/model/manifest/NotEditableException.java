package drydock.model.manifest;

/// A field, or a document, that cannot be changed where it stands.
public final class NotEditableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient ProblemText text;

    /// @param key the key of the reason, in the messages of this package
    NotEditableException(String key, Object... arguments) {
        super(key);
        this.text = ProblemText.of(key, arguments);
    }

    /// Why, as a part of a sentence.
    public ProblemText text() {
        return text;
    }
}

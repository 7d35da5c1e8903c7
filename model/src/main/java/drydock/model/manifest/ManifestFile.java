package drydock.model.manifest;

import java.util.List;

/// One file of manifests: its text to the last byte, and what the text says.
///
/// **Immutable**; a change makes a new one. **Never fails to read**: documents that cannot be read are
/// [#problems], the others are there.
@SuppressWarnings("DoNotCallSuggester") // contract only
public final class ManifestFile {

    private ManifestFile() {}

    /// Reads a file.
    ///
    /// @param path the path in the project, with `/`
    /// @param bytes what the file holds; UTF-8, with or without a byte order mark
    public static ManifestFile read(String path, byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /// Reads a text.
    public static ManifestFile parse(String path, String text) {
        throw new UnsupportedOperationException();
    }

    public String path() {
        throw new UnsupportedOperationException();
    }

    /// What the file holds; what was read, byte for byte, as long as nothing was changed.
    public byte[] bytes() {
        throw new UnsupportedOperationException();
    }

    public String text() {
        throw new UnsupportedOperationException();
    }

    /// The documents in their order, also those that could not be read; a document with only comments counts as none.
    public List<ManifestDocument> documents() {
        throw new UnsupportedOperationException();
    }

    public List<TextProblem> problems() {
        throw new UnsupportedOperationException();
    }

    /// The file with another text.
    public ManifestFile withText(String text) {
        throw new UnsupportedOperationException();
    }

    /// The smallest edit that sets the field to `value` (a string, number, boolean, null, list or map), making what
    /// is missing on the way.
    public TextEdit setting(int document, FieldPath field, Object value) {
        throw new UnsupportedOperationException();
    }

    /// The smallest edit that takes the field away.
    public TextEdit removing(int document, FieldPath field) {
        throw new UnsupportedOperationException();
    }

    /// The edit that adds a document with `yaml` at the end.
    public TextEdit appending(String yaml) {
        throw new UnsupportedOperationException();
    }

    /// The edit that takes a document away.
    public TextEdit removing(int document) {
        throw new UnsupportedOperationException();
    }
}

package drydock.model.manifest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file of manifests: its text to the last byte, and what the text says.
///
/// **Immutable**; a change makes a new one. **Never fails to read**: documents that cannot be read are
/// [#problems], the others are there. **Bounds**: a file above 20 MiB keeps its bytes and text and has a
/// problem instead of documents. **Lazy**: a document is read when it is first asked, and not again as long
/// as its text stays.
public final class ManifestFile {

    /// The longest text that is read, in bytes.
    public static final int LONGEST = 20 * 1024 * 1024;

    private static final TextSpan BEGINNING = new TextSpan(0, 0, 1, 1);

    private final String path;
    private final String text;
    private final boolean marked;
    private final byte @Nullable [] foreignBytes;
    private final boolean tooLong;
    private final List<ManifestDocument> documents;

    private ManifestFile(
            String path,
            String text,
            boolean marked,
            byte @Nullable [] foreignBytes,
            boolean tooLong,
            List<ManifestDocument> documents) {
        this.path = path;
        this.text = text;
        this.marked = marked;
        this.foreignBytes = foreignBytes;
        this.tooLong = tooLong;
        this.documents = documents;
    }

    /// Reads a file.
    ///
    /// @param path the path in the project, with `/`
    /// @param bytes what the file holds; UTF-8, with or without a byte order mark
    public static ManifestFile read(String path, byte[] bytes) {
        ManifestText decoded = ManifestText.decode(bytes);
        byte[] foreign = decoded.malformed().isEmpty() ? null : bytes.clone();
        return of(path, decoded.text(), decoded.marked(), foreign, decoded.malformed(), bytes.length, List.of());
    }

    /// Reads a text.
    public static ManifestFile parse(String path, String text) {
        return of(path, text, false, null, new BitSet(), text.length(), List.of());
    }

    private static ManifestFile of(
            String path,
            String text,
            boolean marked,
            byte @Nullable [] foreignBytes,
            BitSet malformed,
            int length,
            List<ManifestDocument> known) {
        boolean tooLong = length > LONGEST;
        List<ManifestDocument> documents = tooLong ? List.of() : documents(text, malformed, known);
        return new ManifestFile(path, text, marked, foreignBytes, tooLong, documents);
    }

    private static List<ManifestDocument> documents(String text, BitSet malformed, List<ManifestDocument> known) {
        Map<String, DocumentContent> contents = HashMap.newHashMap(known.size());
        known.stream()
                .map(ManifestDocument::content)
                .filter(content -> !content.isUnreadable())
                .forEach(content -> contents.put(content.text, content));
        List<ManifestDocument> documents = new ArrayList<>();
        for (DocumentSplit.Part part : DocumentSplit.of(text)) {
            int bad = malformed.nextSetBit(part.start());
            boolean foreign = bad >= 0 && bad < part.end();
            if (!part.empty() || foreign) {
                String partText = text.substring(part.start(), part.end());
                DocumentContent content = foreign
                        ? foreign(part, partText, bad)
                        : contents.computeIfAbsent(
                                partText, t -> DocumentContent.of(t, part.start(), part.firstLine()));
                documents.add(new ManifestDocument(documents.size(), content, part.start(), part.firstLine()));
            }
        }
        return List.copyOf(documents);
    }

    private static DocumentContent foreign(DocumentSplit.Part part, String text, int bad) {
        TextSpan place =
                TextLines.of(text, part.start(), part.firstLine()).span(bad - part.start(), bad - part.start() + 1);
        return DocumentContent.unreadable(
                text,
                part.start(),
                part.firstLine(),
                new TextProblem("text-encoding", place, ProblemText.of("encoding")));
    }

    public String path() {
        return path;
    }

    /// What the file holds; what was read, byte for byte, as long as nothing was changed.
    public byte[] bytes() {
        return foreignBytes == null ? ManifestText.encode(text, marked) : foreignBytes.clone();
    }

    /// The text, without a byte order mark; U+FFFD stands for each byte that is no UTF-8.
    public String text() {
        return text;
    }

    /// Whether all bytes are UTF-8. If not, a file with another text loses what the others were.
    public boolean isUtf8() {
        return foreignBytes == null;
    }

    /// The documents in their order, also those that could not be read; a document with only comments
    /// counts as none.
    public List<ManifestDocument> documents() {
        return documents;
    }

    /// The document at `offset` of the text, if it is in one.
    public Optional<ManifestDocument> documentAt(int offset) {
        return documents.stream()
                .filter(d -> d.span().start() <= offset && offset < d.span().end())
                .findFirst()
                .or(() ->
                        documents.stream().filter(d -> d.span().end() == offset).findFirst());
    }

    /// What cannot be read, in the order of the documents. A file without any document has a problem, too.
    public List<TextProblem> problems() {
        if (tooLong) {
            ProblemText text = ProblemText.of("tooLarge", LONGEST / 1024 / 1024);
            return List.of(new TextProblem("file-too-large", BEGINNING, text));
        }
        if (documents.isEmpty()) {
            return List.of(new TextProblem(TextProblem.NOTHING, BEGINNING, ProblemText.of("empty")));
        }
        return documents.stream().flatMap(d -> d.problems().stream()).toList();
    }

    /// The file with another text. Documents whose text stays are not read again.
    public ManifestFile withText(String newText) {
        return newText.equals(text) && foreignBytes == null
                ? this
                : of(path, newText, marked, null, new BitSet(), newText.length(), documents);
    }

    /// The file with a part of its text changed.
    public ManifestFile withEdit(TextEdit edit) {
        return withText(edit.applyTo(text));
    }

    /// The smallest edit that sets the field to `value` (a string, number, boolean, null, list or map),
    /// making what is missing on the way; the position behind a list's last item adds one. What is there
    /// already is an edit of nothing. A field that comes through an alias or a merge is written out at its
    /// place; one below an anchor is changed there, and its aliases follow.
    ///
    /// @throws IllegalArgumentException if the document cannot be read, something else is in the way, or
    /// the text is written so that it cannot be changed there without changing more
    public TextEdit setting(int document, FieldPath field, @Nullable Object value) {
        return fields(document).setting(field, value);
    }

    /// The smallest edit that takes the field away, with its lines and the comments on them; comments above
    /// it stay. The last entry of a mapping or list leaves `{}` or `[]`.
    ///
    /// @throws IllegalArgumentException if there is no such field, or as for [#setting]
    public TextEdit removing(int document, FieldPath field) {
        return fields(document).removing(field);
    }

    /// The edit that puts an item before the one at `position` of a list, or behind the last.
    ///
    /// @throws IllegalArgumentException if there is no such position, or as for [#setting]
    public TextEdit inserting(int document, FieldPath list, int position, @Nullable Object value) {
        return fields(document).inserting(list, position, value);
    }

    /// The edit that gives the last key of `field` another name.
    ///
    /// @throws IllegalArgumentException if there is no such key, or one of that name already, or as for
    /// [#setting]
    public TextEdit renaming(int document, FieldPath field, String name) {
        return fields(document).renaming(field, name);
    }

    /// The edit that puts what stands at `field` under `key` of it, with its comments: `selector: {app: web}` becomes
    /// `selector: {matchLabels: {app: web}}`.
    ///
    /// @throws IllegalArgumentException if there is no such field, or as for [#setting]
    public TextEdit nesting(int document, FieldPath field, String key) {
        return fields(document).nesting(field, key);
    }

    /// The edit that adds a document with `yaml` at the end.
    public TextEdit appending(String yaml) {
        return DocumentEdits.appending(this, yaml);
    }

    /// The edit that takes a document away, with its comments and separator.
    public TextEdit removing(int document) {
        return DocumentEdits.removing(this, document);
    }

    private FieldEdits fields(int document) {
        if (foreignBytes != null) {
            throw new NotEditableException("notUtf8");
        }
        return FieldEdits.of(documents.get(document), text);
    }
}

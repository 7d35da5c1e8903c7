package drydock.model.manifest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the text of one document says, read when first asked for; shared by all versions of a file that
/// have this text.
final class DocumentContent {

    final String text;
    final int start;
    final int firstLine;
    private final Optional<TextProblem> unreadable;

    /// Made when first asked for. Two threads may both make it, and make the same.
    private @Nullable Read read;

    /// What was read.
    private record Read(Optional<YamlNode> root, List<DeclaredObject> objects, List<TextProblem> problems) {}

    private DocumentContent(String text, int start, int firstLine, Optional<TextProblem> unreadable) {
        this.text = text;
        this.start = start;
        this.firstLine = firstLine;
        this.unreadable = unreadable;
    }

    /// A text that was at `start`, and on line `firstLine`, of its file when it was read.
    static DocumentContent of(String text, int start, int firstLine) {
        return new DocumentContent(text, start, firstLine, Optional.empty());
    }

    /// A text that cannot be read, which `problem` says.
    static DocumentContent unreadable(String text, int start, int firstLine, TextProblem problem) {
        return new DocumentContent(text, start, firstLine, Optional.of(problem));
    }

    boolean isUnreadable() {
        return unreadable.isPresent();
    }

    Optional<YamlNode> root() {
        return read().root();
    }

    List<DeclaredObject> objects() {
        return read().objects();
    }

    List<TextProblem> problems() {
        return read().problems();
    }

    private Read read() {
        Read known = read;
        if (known == null) {
            known = unreadable
                    .map(p -> new Read(Optional.empty(), List.of(), List.of(p)))
                    .orElseGet(this::readText);
            read = known;
        }
        return known;
    }

    private Read readText() {
        NodeReader.Reading reading = NodeReader.read(text, start, firstLine);
        ObjectReader.Declared declared =
                reading.root().map(ObjectReader::read).orElseGet(() -> new ObjectReader.Declared(List.of(), List.of()));
        List<TextProblem> problems = new java.util.ArrayList<>(reading.problems());
        problems.addAll(declared.problems());
        return new Read(reading.root(), declared.objects(), List.copyOf(problems));
    }
}

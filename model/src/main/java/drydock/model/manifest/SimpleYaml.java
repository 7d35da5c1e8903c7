package drydock.model.manifest;

import static drydock.model.manifest.SimpleText.isBlankOrEnd;
import static drydock.model.manifest.SimpleText.notSimple;

import drydock.model.manifest.YamlNode.Entry;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a document as most manifests are written, several times as fast as [NodeReader]: mappings and lists in
/// blocks or, within one line, in brackets, and scalars on one line or as `|`.
///
/// **Never another reading**: whatever is written otherwise, and whatever is wrong, is left to [NodeReader].
final class SimpleYaml {

    private static final int DEEPEST = 100;

    /// Beyond that many keys of a mapping it would take long to find those that are there twice.
    private static final int MOST_KEYS = 100;

    private final SimpleText text;
    private final SimpleScalars scalars;
    private int depth;

    private SimpleYaml(SimpleText text) {
        this.text = text;
        this.scalars = new SimpleScalars(text);
    }

    /// What a text says that begins at the offset `base`, in line `firstLine` of its file; empty if it is not
    /// as simple as that.
    static Optional<YamlNode> read(String source, int base, int firstLine) {
        try {
            return Optional.of(new SimpleYaml(new SimpleText(source, base, firstLine)).document());
        } catch (SimpleText.NotSimple otherwise) {
            return Optional.empty();
        }
    }

    private YamlNode document() {
        text.toContent();
        if (text.column() == 0 && isMarker()) {
            text.to(text.at() + 3);
            text.endLine();
        }
        YamlNode root = block(-1);
        if (text.next() != SimpleText.END) {
            throw notSimple();
        }
        return root;
    }

    private boolean isMarker() {
        return text.next() == '-' && text.peek(1) == '-' && text.peek(2) == '-' && isBlankOrEnd(text.peek(3));
    }

    private boolean isDash() {
        return text.next() == '-' && isBlankOrEnd(text.peek(1));
    }

    /// What begins a line, or stands behind a dash, up to what follows it.
    ///
    /// @param parent the column of what it is in
    private YamlNode block(int parent) {
        if (isDash()) {
            return sequence(text.column());
        }
        if (isBracketOrLiteral()) {
            return value(parent);
        }
        int column = text.column();
        Scalar first = scalars.scalar(false);
        if (scalars.isKey(first)) {
            return mapping(first, column);
        }
        text.endLine();
        return first;
    }

    private boolean isBracketOrLiteral() {
        return "{[|".indexOf(text.next()) >= 0;
    }

    /// What stands behind the colon of a key on its line, up to what follows it.
    private YamlNode value(int parent) {
        if (text.next() == '|') {
            return scalars.literal(parent);
        }
        YamlNode value = flow(false);
        text.endLine();
        return value;
    }

    private YamlNode sequence(int column) {
        deeper();
        TextSpan start = text.span(text.at(), text.at());
        List<YamlNode> items = new ArrayList<>();
        while (text.indent() == column && isDash()) {
            text.to(text.at() + 1);
            int behind = text.at();
            text.skipBlanks();
            items.add(text.isLineOver() ? onNextLine(behind, column, false) : block(column));
        }
        requireEnd(column);
        return new Sequence(start.to(items.getLast().span()), Optional.empty(), items, false);
    }

    private YamlNode mapping(Scalar first, int column) {
        deeper();
        List<Entry> entries = new ArrayList<>();
        add(entries, first, blockValue(column));
        while (text.indent() == column) {
            Scalar key = scalars.scalar(false);
            if (!scalars.isKey(key)) {
                throw notSimple();
            }
            add(entries, key, blockValue(column));
        }
        requireEnd(column);
        TextSpan span = first.span().to(entries.getLast().value().span());
        return new Mapping(span, Optional.empty(), entries, false);
    }

    /// The value of the key of which the colon was just read.
    private YamlNode blockValue(int column) {
        int behind = text.at();
        text.skipBlanks();
        return text.isLineOver() ? onNextLine(behind, column, true) : value(column);
    }

    /// A value that begins on one of the next lines, or is left out `behind` a dash or colon.
    ///
    /// @param inline whether it may be a list whose dashes stand in the column of what it is in
    private YamlNode onNextLine(int behind, int column, boolean inline) {
        TextSpan place = text.span(behind, behind);
        text.endLine();
        if (text.indent() > column) {
            return block(column);
        }
        return inline && text.indent() == column && isDash() ? sequence(column) : SimpleScalars.none(place);
    }

    /// A value on one line.
    private YamlNode flow(boolean within) {
        return switch (text.next()) {
            case '[' -> flowSequence();
            case '{' -> flowMapping();
            default -> scalars.scalar(within);
        };
    }

    private YamlNode flowSequence() {
        deeper();
        int start = text.at();
        List<YamlNode> items = new ArrayList<>();
        while (hasNext(items.isEmpty(), ']')) {
            items.add(flow(true));
        }
        depth--;
        return new Sequence(text.span(start, text.at()), Optional.empty(), items, true);
    }

    private YamlNode flowMapping() {
        deeper();
        int start = text.at();
        List<Entry> entries = new ArrayList<>();
        while (hasNext(entries.isEmpty(), '}')) {
            Scalar key = scalars.scalar(true);
            if (!scalars.isKey(key)) {
                throw notSimple();
            }
            text.skipBlanks();
            add(entries, key, flow(true));
        }
        depth--;
        return new Mapping(text.span(start, text.at()), Optional.empty(), entries, true);
    }

    /// Goes to the next item within brackets, or behind the closing one.
    private boolean hasNext(boolean first, char closing) {
        text.skipBlanks();
        boolean over = !first && text.next() == closing;
        if (!over && !first && text.next() != ',') {
            throw notSimple();
        }
        text.to(text.at() + 1);
        if (over) {
            return false;
        }
        text.skipBlanks();
        if (text.next() != closing) {
            return true;
        }
        if (!first) {
            throw notSimple();
        }
        text.to(text.at() + 1);
        return false;
    }

    private void add(List<Entry> entries, Scalar key, YamlNode value) {
        String name = scalars.name(key);
        if (entries.size() == MOST_KEYS) {
            throw notSimple();
        }
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                throw notSimple();
            }
        }
        entries.add(new Entry(name, key, value, false));
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw notSimple();
        }
    }

    /// What is in a block ends where something stands farther out.
    private void requireEnd(int column) {
        depth--;
        if (text.indent() > column) {
            throw notSimple();
        }
    }
}

package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Properties;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import drydock.model.manifest.YamlNode.Style;
import org.jspecify.annotations.Nullable;

/// The edit that puts a value in the place of another.
record Replacement(SourceText source, YamlStyle style) {

    /// An anchor stays, a tag goes, and so does nothing else around the old value. The comment on the old
    /// value's last line moves to the new one's first, or goes with an old block's last line.
    TextEdit of(Place place, @Nullable Object value) {
        TextEdit edit = valueOnly(place, value);
        YamlNode old = place.node();
        if (place.inBrackets()) {
            return edit;
        }
        if (isBlock(old)) {
            return new TextEdit(edit.start(), source.lineEnd(source.end(old)), edit.replacement());
        }
        int firstEnd = edit.replacement().indexOf(style.lineEnd());
        String comment = source.comment(old.span().end());
        if (firstEnd < 0 || comment.isEmpty()) {
            return edit;
        }
        String text =
                new StringBuilder(edit.replacement()).insert(firstEnd, comment).toString();
        return new TextEdit(edit.start(), source.lineEnd(old.span().end()), text);
    }

    private TextEdit valueOnly(Place place, @Nullable Object value) {
        YamlNode old = place.node();
        YamlWriter writer = new YamlWriter(style, strings(place));
        String anchor = old.properties()
                .map(Properties::anchor)
                .filter(a -> !a.isEmpty())
                .map(a -> "&" + a)
                .orElse("");
        boolean staysInBrackets =
                isBrackets(old) && (place instanceof Place.Root || !isEmpty(old)) && YamlWriter.isNested(value);
        if (place.inBrackets() || staysInBrackets) {
            return inPlace(place, anchor, writer.flow(value));
        }
        if (YamlWriter.isNested(value)) {
            return nested(place, anchor, value, writer);
        }
        StringBuilder text = new StringBuilder();
        writer.scalar(text, value, lineIndent(place));
        if (old instanceof Scalar scalar && (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED)) {
            String comment = source.comment(scalar.span().start());
            int firstEnd = text.indexOf(style.lineEnd());
            text.insert(firstEnd < 0 ? text.length() : firstEnd, comment);
        }
        return isBlock(old) && place instanceof Place.OfKey of
                ? behindKey(of.entry(), old, anchor, " " + text)
                : inPlace(place, anchor, text.toString());
    }

    /// Where the lines of a `|` at this place stand.
    private int lineIndent(Place place) {
        return switch (place) {
            case Place.Root _ -> style.width();
            case Place.OfKey of -> of.mapping().span().column() - 1 + style.width();
            case Place.Item item -> item.sequence().span().column() + 1;
        };
    }

    private TextEdit nested(Place place, String anchor, Object value, YamlWriter writer) {
        return switch (place) {
            case Place.OfKey of ->
                behindKey(
                        of.entry(),
                        place.node(),
                        anchor,
                        writer.afterKey(value, of.mapping().span().column() - 1));
            case Place.Item item -> {
                int indent = item.sequence().span().column() + 1;
                int dash = source.dash(item.sequence(), item.position());
                String line = anchor.isEmpty() ? " " : " " + anchor + style.lineEnd() + " ".repeat(indent);
                yield new TextEdit(dash + 1, place.node().span().end(), line + writer.block(value, indent));
            }
            case Place.Root whole -> {
                YamlNode root = whole.node();
                int start = root.properties()
                        .map(Properties::start)
                        .orElse(root.span().start());
                boolean onSeparator = !source.isBlank(source.lineStart(start), start);
                String before = anchor + (anchor.isEmpty() && !onSeparator ? "" : style.lineEnd());
                yield new TextEdit(start, root.span().end(), before + writer.block(value, 0));
            }
        };
    }

    /// Replaces all between a key's colon and the end of its value; a comment behind the colon stays.
    private TextEdit behindKey(YamlNode.Entry entry, YamlNode old, String anchor, String text) {
        int colon = source.behindColon(entry);
        if (colon < 0) {
            throw new NotEditableException("noColon");
        }
        String comment = isBlock(old) ? source.comment(colon) : "";
        int firstEnd = text.indexOf(style.lineEnd());
        String first = firstEnd < 0 ? text : text.substring(0, firstEnd);
        String rest = firstEnd < 0 ? "" : text.substring(firstEnd);
        return new TextEdit(colon, old.span().end(), (anchor.isEmpty() ? "" : " " + anchor) + first + comment + rest);
    }

    private TextEdit inPlace(Place place, String anchor, String text) {
        YamlNode old = place.node();
        int start = old.properties().map(Properties::start).orElse(old.span().start());
        String before = "";
        if (old.span().length() == 0 && old.properties().isEmpty()) {
            boolean colonless = place instanceof Place.OfKey of && source.behindColon(of.entry()) < 0;
            boolean apart = start == 0 || " \t\n\r[{".indexOf(source.text().charAt(start - 1)) >= 0;
            before = colonless ? ": " : apart ? "" : " ";
        }
        String anchored = anchor.isEmpty() ? text : anchor + " " + text;
        return new TextEdit(start, old.span().end(), before + anchored);
    }

    /// A string stays quoted as it was. An empty one had to be, so what comes for it is written as its neighbours are.
    private static Style strings(Place place) {
        if (!(place.node() instanceof Scalar scalar)) {
            return Style.PLAIN;
        }
        if (!"".equals(scalar.value())) {
            boolean quotes = scalar.style() == Style.SINGLE_QUOTED || scalar.style() == Style.DOUBLE_QUOTED;
            return quotes ? scalar.style() : Style.PLAIN;
        }
        return place instanceof Place.OfKey of
                ? Insertion.quotesOf(of.mapping().entries().stream()
                        .map(YamlNode.Entry::value)
                        .filter(value -> !value.equals(scalar)))
                : Style.PLAIN;
    }

    static boolean isBrackets(YamlNode node) {
        return switch (node) {
            case Mapping mapping -> mapping.flow();
            case Sequence sequence -> sequence.flow();
            case Scalar _, YamlNode.Alias _ -> false;
        };
    }

    static boolean isBlock(YamlNode node) {
        return switch (node) {
            case Mapping mapping -> !mapping.flow();
            case Sequence sequence -> !sequence.flow();
            case Scalar _, YamlNode.Alias _ -> false;
        };
    }

    private static boolean isEmpty(YamlNode node) {
        return switch (node) {
            case Mapping mapping -> mapping.entries().isEmpty();
            case Sequence sequence -> sequence.items().isEmpty();
            case Scalar _, YamlNode.Alias _ -> false;
        };
    }
}

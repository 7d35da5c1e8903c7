package drydock.model.assist;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what is being typed at an offset.
record CaretFinder(String text, int offset) {

    private static final CaretPlace ELSEWHERE = new CaretPlace.Elsewhere();

    CaretPlace find(RoughNode document) {
        int lineStart = RoughReader.lineStart(text, offset);
        RoughNode last = document.lastBefore(offset);
        if (isWithinBlock(last) || isInComment(lineStart)) {
            return ELSEWHERE;
        }
        RoughNode bracket = bracket(last);
        if (bracket != null) {
            return inBracket(bracket);
        }
        RoughNode key = keyAt(document, offset);
        if (key != null) {
            RoughNode holder = key.parent().orElse(document);
            return new CaretPlace.OfKey(
                    holder, Optional.of(key), text.substring(key.start(), offset), key.start(), key.end());
        }
        boolean sameLine = last.start() >= lineStart && last.parent().isPresent();
        return sameLine ? behind(last) : onBlankLine(document, last, lineStart);
    }

    private boolean isWithinBlock(RoughNode node) {
        return node.block && offset > node.valueStart && offset < node.valueEnd;
    }

    private boolean isInComment(int lineStart) {
        char quote = 0;
        for (int i = lineStart; i < offset; i++) {
            char c = text.charAt(i);
            boolean first = i == lineStart || Character.isWhitespace(text.charAt(i - 1));
            if (quote == 0 && c == '#' && first) {
                return true;
            }
            if (quote == 0 && (c == '"' || c == '\'') && (first || "[{,:".indexOf(text.charAt(i - 1)) >= 0)) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return false;
    }

    /// The innermost bracket that is open at the caret.
    private @Nullable RoughNode bracket(RoughNode last) {
        RoughNode node = last;
        while (node != null) {
            boolean closed = node.valueEnd > 0 && "}]".indexOf(text.charAt(node.valueEnd - 1)) >= 0;
            if (node.flow
                    && node.valueStart < offset
                    && (offset < node.valueEnd || (!closed && offset <= node.valueEnd))) {
                return node;
            }
            node = node.parent().orElse(null);
        }
        return null;
    }

    private CaretPlace inBracket(RoughNode bracket) {
        for (RoughNode child : bracket.children()) {
            if (!child.isItem() && child.start() <= offset && offset <= child.end()) {
                return new CaretPlace.OfKey(
                        bracket, Optional.of(child), prefix(child.start()), child.start(), child.end());
            }
            if (child.valueStart >= 0 && !child.flow && child.valueStart <= offset && offset <= child.valueEnd) {
                return new CaretPlace.OfValue(child, prefix(child.valueStart), child.valueStart, child.valueEnd);
            }
        }
        RoughNode before = null;
        for (RoughNode child : bracket.children()) {
            before = child.start() < offset ? child : before;
        }
        boolean open = before != null
                && before.colon
                && before.valueStart < 0
                && text.substring(before.end(), offset).indexOf(',') < 0;
        return open && before != null
                ? new CaretPlace.OfValue(before, "", offset, offset)
                : new CaretPlace.OfKey(bracket, Optional.empty(), "", offset, offset);
    }

    /// What is written from `from` to the caret, without a quote.
    private String prefix(int from) {
        return RoughReader.unquoted(text.substring(from, offset));
    }

    private static @Nullable RoughNode keyAt(RoughNode node, int offset) {
        RoughNode last = node.lastBefore(offset + 1);
        boolean touches = !last.isItem() && last.parent().isPresent() && last.start() <= offset && offset <= last.end();
        return touches ? last : null;
    }

    /// Behind a key's colon or an item's dash, on its line.
    private CaretPlace behind(RoughNode node) {
        boolean within = node.valueStart >= 0 && node.valueStart <= offset;
        if (within && offset > node.valueEnd) {
            return ELSEWHERE;
        }
        int start = within ? node.valueStart : offset;
        int stop = within ? node.valueEnd : offset;
        if (node.valueStart > offset) {
            start = node.valueStart;
            stop = node.valueStart;
        }
        if (!node.isItem() && !node.colon) {
            return ELSEWHERE;
        }
        return new CaretPlace.OfValue(node, start <= offset ? prefix(start) : "", Math.min(start, offset), stop);
    }

    private CaretPlace onBlankLine(RoughNode document, RoughNode last, int lineStart) {
        int column = offset - lineStart;
        int lineEnd = text.indexOf('\n', offset);
        boolean blank =
                text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd).isBlank();
        if (!blank) {
            return ELSEWHERE;
        }
        RoughNode holder = last;
        while (holder != document && holder.column() >= column) {
            holder = holder.parent().orElse(document);
        }
        return new CaretPlace.OfKey(holder, Optional.empty(), "", offset, offset);
    }
}

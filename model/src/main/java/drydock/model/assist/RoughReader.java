package drydock.model.assist;

import java.util.ArrayDeque;
import java.util.Deque;

/// Reads the shape of one document line by line, by indentation alone, so that what is half written hides nothing.
///
/// Multi-line plain strings and merges are passed over; what stands in brackets is read by [RoughFlow].
final class RoughReader {

    private final String text;
    private final int end;
    private final RoughNode root;
    private final Deque<RoughNode> open = new ArrayDeque<>();

    private RoughReader(String text, int start, int end) {
        this.text = text;
        this.end = end;
        this.root = RoughNode.root(start);
        open.push(root);
    }

    /// The document of `text` that `offset` is in.
    static RoughNode around(String text, int offset) {
        int start = lineStart(text, Math.min(offset, text.length()));
        while (start > 0 && !isSeparator(text, start)) {
            start = lineStart(text, start - 1);
        }
        int stop = nextLine(text, lineStart(text, Math.min(offset, text.length())), text.length());
        while (stop < text.length() && !isSeparator(text, stop)) {
            stop = nextLine(text, stop, text.length());
        }
        return read(text, start, stop);
    }

    /// What stands from `start`, the beginning of a line, to `end`.
    static RoughNode read(String text, int start, int end) {
        RoughReader reader = new RoughReader(text, start, end);
        int at = start;
        while (at < end) {
            at = reader.line(at);
        }
        return reader.root;
    }

    /// Where the line with `offset` begins.
    static int lineStart(String text, int offset) {
        return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static boolean isSeparator(String text, int lineStart) {
        return (text.startsWith("---", lineStart) || text.startsWith("...", lineStart))
                && (lineStart + 3 == text.length() || " \t\r\n".indexOf(text.charAt(lineStart + 3)) >= 0);
    }

    private static int nextLine(String text, int from, int end) {
        int next = text.indexOf('\n', from);
        return next < 0 || next >= end ? end : next + 1;
    }

    /// Reads a line, and gives the beginning of the next to read.
    private int line(int from) {
        int next = nextLine(text, from, end);
        int to = next;
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        int at = blanks(isSeparator(text, from) ? from + 3 : from, to);
        if (at >= to || text.charAt(at) == '#') {
            return next;
        }
        return content(from, at, to, next);
    }

    private int content(int from, int first, int to, int next) {
        int at = first;
        boolean inItem = false;
        while (text.charAt(at) == '-' && (at + 1 == to || isBlank(text.charAt(at + 1)))) {
            RoughNode holder = holder(at - from, true);
            open.push(holder.item(at - from, at));
            inItem = true;
            at = blanks(at + 1, to);
            if (at >= to || text.charAt(at) == '#') {
                return next;
            }
        }
        int column = at - from;
        if (text.charAt(at) == '{' || text.charAt(at) == '[') {
            return flow(inItem ? open.element() : holder(column, false), at, next);
        }
        int colon = colon(at, to);
        if (colon < 0) {
            return word(at, to, column, inItem, next);
        }
        RoughNode key =
                holder(column, false).key(unquoted(text.substring(at, colon).strip()), column, at, colon);
        key.colon = true;
        open.push(key);
        return value(key, blanks(colon + 1, to), to, next);
    }

    /// The innermost open node that something at `column` is in.
    private RoughNode holder(int column, boolean item) {
        while (open.size() > 1
                && (open.element().column() > column
                        || (open.element().column() == column
                                && (!item || open.element().isItem())))) {
            open.pop();
        }
        return open.element();
    }

    /// A word without a colon: an item, a key that is being typed, or more of a string.
    private int word(int at, int to, int column, boolean inItem, int next) {
        if (inItem) {
            return value(open.element(), at, to, next);
        }
        RoughNode holder = holder(column, false);
        if (holder.valueStart < 0) {
            holder.key(unquoted(text.substring(at, to)), column, at, to);
        }
        return next;
    }

    private int value(RoughNode node, int from, int to, int next) {
        int at = from;
        while (at < to && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < to && !isBlank(text.charAt(at))) {
                at++;
            }
            at = blanks(at, to);
        }
        if (at >= to || text.charAt(at) == '#') {
            return next;
        }
        return switch (text.charAt(at)) {
            case '{', '[' -> flow(node, at, next);
            case '|', '>' -> block(node, at, next);
            case '"', '\'' -> {
                int close = RoughFlow.closing(text, at, to);
                set(node, at, close);
                yield next;
            }
            default -> {
                set(node, at, beforeComment(at, to));
                yield next;
            }
        };
    }

    private void set(RoughNode node, int from, int to) {
        node.valueStart = from;
        node.valueEnd = to;
        node.value = unquoted(text.substring(from, to));
    }

    private int block(RoughNode node, int at, int firstLine) {
        node.block = true;
        node.valueStart = at;
        int next = firstLine;
        while (next < end) {
            int following = nextLine(text, next, end);
            int first = blanks(next, following);
            boolean empty = first >= following || text.charAt(first) == '\n' || text.charAt(first) == '\r';
            if (!empty && first - next <= node.column()) {
                break;
            }
            next = following;
        }
        node.valueEnd = next;
        return next;
    }

    private int flow(RoughNode node, int at, int next) {
        int behind = new RoughFlow(text, end).read(node, at);
        return Math.max(next, RoughReader.nextLine(text, Math.max(behind - 1, at), end));
    }

    /// The colon that ends the key at `at`; -1 if there is none.
    private int colon(int at, int to) {
        char quote = text.charAt(at);
        int from = quote == '"' || quote == '\'' ? RoughFlow.closing(text, at, to) : at;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '#' && i > at && isBlank(text.charAt(i - 1))) {
                return -1;
            }
            if (c == ':' && (i + 1 == to || isBlank(text.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    private int beforeComment(int at, int to) {
        int comment = at;
        while (comment < to && !(text.charAt(comment) == '#' && isBlank(text.charAt(comment - 1)))) {
            comment++;
        }
        while (comment > at && isBlank(text.charAt(comment - 1))) {
            comment--;
        }
        return comment;
    }

    private int blanks(int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\uFEFF';
    }

    static String unquoted(String word) {
        boolean quoted = !word.isEmpty() && (word.charAt(0) == '"' || word.charAt(0) == '\'');
        if (!quoted) {
            return word;
        }
        char quote = word.charAt(0);
        boolean closed = word.length() > 1 && word.charAt(word.length() - 1) == quote;
        return word.substring(1, closed ? word.length() - 1 : word.length());
    }
}

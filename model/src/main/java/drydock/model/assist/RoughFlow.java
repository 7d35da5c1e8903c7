package drydock.model.assist;

/// Reads what stands in brackets, as `{a: [b, c]}` or JSON, also where a bracket is not closed yet.
///
/// @param end where the document ends
record RoughFlow(String text, int end) {

    private static final int DEEPEST = 200;

    /// Reads the bracket at `at` into `node`, and gives the offset behind it.
    int read(RoughNode node, int at) {
        return read(node, at, 0);
    }

    private int read(RoughNode node, int at, int depth) {
        boolean mapping = text.charAt(at) == '{';
        node.flow = true;
        node.valueStart = at;
        int i = at + 1;
        while (i < end) {
            i = blanks(i);
            if (i >= end || depth > DEEPEST) {
                break;
            }
            char c = text.charAt(i);
            if (c == '}' || c == ']') {
                node.valueEnd = i + 1;
                return i + 1;
            }
            if (c == ',' || c == ':') {
                i++;
            } else if (mapping) {
                i = entry(node, i, depth);
            } else {
                i = value(node.item(column(i), i), i, depth);
            }
        }
        node.valueEnd = end;
        return end;
    }

    private int entry(RoughNode node, int from, int depth) {
        int behind = word(from);
        if (behind == from) {
            return from + 1;
        }
        RoughNode key =
                node.key(RoughReader.unquoted(text.substring(from, behind).strip()), column(from), from, behind);
        int i = blanks(behind);
        if (i >= end || text.charAt(i) != ':') {
            return i;
        }
        key.colon = true;
        int value = blanks(i + 1);
        boolean opens = value < end && (text.charAt(value) == '{' || text.charAt(value) == '[');
        boolean sameLine = text.substring(i, value).indexOf('\n') < 0;
        return opens || sameLine ? value(key, value, depth) : value;
    }

    private int value(RoughNode node, int from, int depth) {
        if (from >= end) {
            return end;
        }
        char c = text.charAt(from);
        if (c == '{' || c == '[') {
            return read(node, from, depth + 1);
        }
        int behind = word(from);
        if (behind > from) {
            node.valueStart = from;
            node.valueEnd = behind;
            node.value = RoughReader.unquoted(text.substring(from, behind).strip());
        }
        return behind;
    }

    /// Behind the word or string at `from`.
    private int word(int from) {
        char c = text.charAt(from);
        int lineEnd = text.indexOf('\n', from);
        int to = lineEnd < 0 || lineEnd > end ? end : lineEnd;
        if (c == '"' || c == '\'') {
            return closing(text, from, to);
        }
        int i = from;
        while (i < to && ",{}[]".indexOf(text.charAt(i)) < 0 && !(text.charAt(i) == ':' && endsKey(i))) {
            i++;
        }
        while (i > from && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private boolean endsKey(int colon) {
        return colon + 1 >= end || " \t\r\n,{}[]\"".indexOf(text.charAt(colon + 1)) >= 0;
    }

    /// Behind the quote that closes the one at `from`; `to` if none does.
    static int closing(String text, int from, int to) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote == '"') {
                i++;
            } else if (c == quote) {
                boolean doubled = quote == '\'' && i + 1 < to && text.charAt(i + 1) == quote;
                if (!doubled) {
                    return i + 1;
                }
                i++;
            }
        }
        return to;
    }

    private int column(int at) {
        return at - RoughReader.lineStart(text, at);
    }

    /// Behind white space and comments.
    private int blanks(int from) {
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                int lineEnd = text.indexOf('\n', i);
                i = lineEnd < 0 ? end : Math.min(lineEnd, end);
            } else if (Character.isWhitespace(c)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }
}

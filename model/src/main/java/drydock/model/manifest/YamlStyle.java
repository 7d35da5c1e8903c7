package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Entry;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import drydock.model.manifest.YamlNode.Style;
import java.util.ArrayDeque;
import java.util.Deque;

/// How a document is written, so that what is added looks like the rest.
///
/// @param width the columns by which a mapping in a mapping is indented
/// @param dashIndent the columns by which the dashes of a list in a mapping are indented; 0 or more
/// @param quotes how strings are quoted that have to be
/// @param json whether it is JSON, so that all strings are quoted
/// @param lineEnd what ends a line
record YamlStyle(int width, int dashIndent, Style quotes, boolean json, String lineEnd) {

    private static final int UNKNOWN = -1;

    static YamlStyle of(YamlNode root, String text) {
        int width = UNKNOWN;
        int dashIndent = UNKNOWN;
        Style quotes = Style.PLAIN;
        Deque<YamlNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty() && (width < 0 || dashIndent < 0 || quotes == Style.PLAIN)) {
            switch (open.pop()) {
                case Mapping mapping -> {
                    for (Entry entry : mapping.entries()) {
                        int indent =
                                entry.value().span().column() - mapping.span().column();
                        if (entry.value() instanceof Mapping inner && !inner.flow() && !mapping.flow() && width < 0) {
                            width = indent;
                        }
                        if (entry.value() instanceof Sequence inner && !inner.flow() && dashIndent < 0) {
                            dashIndent = indent;
                        }
                    }
                    mapping.entries().reversed().forEach(e -> open.push(e.value()));
                }
                case Sequence sequence -> sequence.items().reversed().forEach(open::push);
                case Scalar scalar -> {
                    boolean quoted = scalar.style() == Style.SINGLE_QUOTED || scalar.style() == Style.DOUBLE_QUOTED;
                    quotes = quoted && quotes == Style.PLAIN ? scalar.style() : quotes;
                }
                case YamlNode.Alias _ -> {}
            }
        }
        boolean json = isJson(root);
        return new YamlStyle(
                width < 1 ? 2 : width,
                Math.max(dashIndent, 0),
                quotes == Style.PLAIN || json ? Style.DOUBLE_QUOTED : quotes,
                json,
                lineEnd(text));
    }

    private static boolean isJson(YamlNode root) {
        return root instanceof Mapping mapping
                && mapping.flow()
                && mapping.entries().stream()
                        .allMatch(e -> e.key() instanceof Scalar key && key.style() == Style.DOUBLE_QUOTED);
    }

    static String lineEnd(String text) {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }
}

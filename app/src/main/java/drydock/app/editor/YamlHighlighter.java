package drydock.app.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Says which parts of a YAML text are keys, strings, numbers and so on, line by line.
///
/// Works on any text, also on one that is no YAML at the moment. The style classes are `yaml-key`, `yaml-string`,
/// `yaml-number`, `yaml-word` (true, false, null), `yaml-comment`, `yaml-mark` (separators, anchors, tags) and
/// `yaml-block` (the lines of a block scalar).
final class YamlHighlighter {

    private static final Pattern TOKEN = Pattern.compile("(?<comment>(?:^|(?<=\\s))#.*)"
            + "|(?<key>(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s#\\-\\[\\]{},&*!|>'\"%@`:]"
            + "[^#:{}\\[\\],]*?|-[^\\s#:][^#:]*?)\\s*:(?=\\s|$))"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"?|'(?:[^']|'')*'?)"
            + "|(?<mark>^---.*|^\\.\\.\\.\\s*$|(?<![\\w])[&*][\\w.-]+|!\\S*|[\\[\\]{},]|-(?=\\s|$)|<<(?=:))"
            + "|(?<word>\\b(?:true|false|null|yes|no|on|off)\\b(?=\\s*(?:$|#|,|\\]|\\}))|~(?=\\s|$))"
            + "|(?<number>(?<![\\w.:/-])[-+]?(?:0x[0-9a-fA-F]+|\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)"
            + "(?=\\s*(?:$|#|,|\\]|\\})))"
            + "|(?<plain>[^\\s#\\[\\]{},]+)");

    private static final List<String> GROUPS = List.of("comment", "key", "string", "mark", "word", "number");
    private static final Pattern BLOCK_START = Pattern.compile("[|>][-+0-9]*\\s*(?:#.*)?$");

    private YamlHighlighter() {}

    /// The styles of `text`, from its first to its last character.
    static StyleSpans<Collection<String>> highlight(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int blockIndent = -1;
        for (String line : lines(text)) {
            String content = line.stripTrailing();
            int indent = line.length() - line.stripLeading().length();
            if (blockIndent >= 0 && (content.isEmpty() || indent > blockIndent)) {
                spans.add(List.of("yaml-block"), line.length());
                continue;
            }
            blockIndent = BLOCK_START.matcher(content).find()
                            && !content.stripLeading().startsWith("#")
                    ? indent
                    : -1;
            addLine(spans, line, content);
        }
        if (text.isEmpty()) {
            spans.add(List.of(), 0);
        }
        return spans.create();
    }

    private static void addLine(StyleSpansBuilder<Collection<String>> spans, String line, String content) {
        Matcher token = TOKEN.matcher(content);
        int at = 0;
        while (token.find()) {
            String style = GROUPS.stream()
                    .filter(group -> token.group(group) != null)
                    .findFirst()
                    .orElse("");
            if (style.isEmpty()) {
                continue;
            }
            spans.add(List.of(), token.start() - at);
            spans.add(List.of("yaml-" + style), token.end() - token.start());
            at = token.end();
        }
        spans.add(List.of(), line.length() - at);
    }

    /// The lines with their line ends.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}

package drydock.app.editor;

import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Says which parts of a line of YAML are keys, strings, numbers and so on.
///
/// Works on any text, also on one that is no YAML at the moment. All that a line must know of those above it is how far
/// the block scalar is indented that it may be in. The style classes are `yaml-key`, `yaml-string`, `yaml-number`,
/// `yaml-word` (true, false, null), `yaml-comment`, `yaml-mark` (separators, anchors, tags) and `yaml-block` (the lines
/// of a block scalar).
final class YamlHighlighter {

    /// Stands for no block scalar.
    static final int NO_BLOCK = -1;

    /// What stands farther right in a line has no colours.
    private static final int LONGEST = 2_000;

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
    private static final Pattern BLOCK_START =
            Pattern.compile("(?:[:-]|^---)\\s+(?:[&!]\\S*\\s+)*[|>][-+0-9]*\\s*(?:#.*)?$");

    private YamlHighlighter() {}

    /// The styles of one line, from its first to its last character.
    ///
    /// @param block what [#blockAbove] or [#blockBelow] gives for it
    static StyleSpans<Collection<String>> highlight(String line, int block) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        if (isWithin(block, line)) {
            spans.add(List.of("yaml-block"), line.length());
        } else {
            String content = line.substring(0, Math.min(line.length(), LONGEST)).stripTrailing();
            addTokens(spans, content, line.length());
        }
        return spans.create();
    }

    private static void addTokens(StyleSpansBuilder<Collection<String>> spans, String content, int length) {
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
        spans.add(List.of(), length - at);
    }

    /// The indentation of the block scalar that the line at `index` may be in, found from the lines above it;
    /// [#NO_BLOCK] if there is none.
    static int blockAbove(IntFunction<String> lines, int index) {
        int block = NO_BLOCK;
        int least = Integer.MAX_VALUE;
        for (int i = index - 1; i >= 0 && least > 0; i--) {
            String line = lines.apply(i);
            if (line.isBlank()) {
                continue;
            }
            int column = startsBlock(line);
            block = column >= 0 && least > column ? column : block;
            least = Math.min(least, indent(line));
        }
        return block;
    }

    /// The same for the line that follows `line`, given that of `line` itself.
    static int blockBelow(String line, int block) {
        return isWithin(block, line) ? block : startsBlock(line);
    }

    private static boolean isWithin(int block, String line) {
        return block >= 0 && (line.isBlank() || indent(line) > block);
    }

    /// The column that the lines of the block scalar which begins on `line` stand behind; [#NO_BLOCK] if none begins.
    private static int startsBlock(String line) {
        boolean possible = line.length() < LONGEST && (line.indexOf('|') >= 0 || line.indexOf('>') >= 0);
        if (!possible
                || line.stripLeading().startsWith("#")
                || !BLOCK_START.matcher(line).find()) {
            return NO_BLOCK;
        }
        int column = indent(line);
        while (line.startsWith("- ", column) && "|>&!".indexOf(line.charAt(blanks(line, column + 1))) < 0) {
            column = blanks(line, column + 1);
        }
        return column;
    }

    private static int indent(String line) {
        return blanks(line, 0);
    }

    private static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}

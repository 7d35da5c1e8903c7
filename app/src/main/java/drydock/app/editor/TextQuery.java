package drydock.app.editor;

import drydock.model.manifest.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is looked for in a text.
///
/// @param words the text, or a regular expression of Java
/// @param sameCase whether `A` is not `a`
/// @param wholeWord whether no letter, digit or `_` may stand directly before or behind it
/// @param expression whether `words` is a regular expression; `^` and `$` then stand for the ends of lines
record TextQuery(String words, boolean sameCase, boolean wholeWord, boolean expression) {

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_]";

    /// A stretch of the text that was found.
    ///
    /// @param start its first character
    /// @param end behind its last
    record Match(int start, int end) {}

    /// The places where it stands, in their order, none touching itself; places of no length do not count.
    ///
    /// @param stopped asked now and then whether the result is wanted still
    /// @throws java.util.regex.PatternSyntaxException if the expression is none
    /// @throws java.util.concurrent.CancellationException once `stopped`
    List<Match> in(String text, BooleanSupplier stopped) {
        List<Match> matches = new ArrayList<>();
        if (words.isEmpty()) {
            return matches;
        }
        Matcher matcher = pattern().matcher(new StoppableText(text, stopped));
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                matches.add(new Match(matcher.start(), matcher.end()));
            }
        }
        return matches;
    }

    /// The edits that put `replacement` in the place of each of `matches`, which [#in] gave for this text. In that for
    /// an expression, `$1` is what its first group found, and `\` takes the meaning from what follows.
    ///
    /// @throws IllegalArgumentException if the replacement cannot be read, or names no group of the expression
    /// @throws IndexOutOfBoundsException if it names a group by a number that the expression does not have
    List<TextEdit> replacing(String text, List<Match> matches, String replacement) {
        if (!expression) {
            return matches.stream()
                    .map(match -> new TextEdit(match.start(), match.end(), replacement))
                    .toList();
        }
        List<TextEdit> edits = new ArrayList<>();
        Matcher matcher = pattern().matcher(text);
        for (Match match : matches) {
            if (matcher.find(match.start())) {
                StringBuilder replaced = new StringBuilder();
                matcher.appendReplacement(replaced, replacement);
                edits.add(new TextEdit(match.start(), match.end(), replaced.substring(match.start())));
            }
        }
        return edits;
    }

    private Pattern pattern() {
        int flags = Pattern.MULTILINE | (sameCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Pattern alone = Pattern.compile(words, flags | (expression ? 0 : Pattern.LITERAL));
        return wholeWord
                ? Pattern.compile(
                        "(?<!" + WORD + ")(?:" + (expression ? words : Pattern.quote(words)) + ")(?!" + WORD + ")",
                        flags)
                : alone;
    }
}

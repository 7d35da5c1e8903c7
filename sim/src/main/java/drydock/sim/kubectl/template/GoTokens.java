package drydock.sim.kubectl.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of one action, in order.
final class GoTokens {

    private static final Pattern TOKEN = Pattern.compile("\\s+"
            + "|\"(?:[^\"\\\\]|\\\\.)*\""
            + "|`[^`]*`"
            + "|:=|=|,|\\||\\(|\\)"
            + "|\\$\\w*(?:\\.\\w+)*"
            + "|(?:\\.\\w+)+|\\."
            + "|[+-]?\\d+(?:\\.\\d+)?"
            + "|\\w+");

    private final List<String> words = new ArrayList<>();
    private int at;

    /// @throws BadTemplateException if a character has no place there
    GoTokens(String action) {
        Matcher token = TOKEN.matcher(action);
        int from = 0;
        while (from < action.length()) {
            if (!token.find(from) || token.start() != from) {
                throw new BadTemplateException(
                        "unexpected " + GoQuotes.quote(action.substring(from, from + 1)) + " in command");
            }
            if (!token.group().isBlank()) {
                words.add(token.group());
            }
            from = token.end();
        }
    }

    boolean isOver() {
        return at == words.size();
    }

    /// The next word, empty at the end.
    String peek() {
        return peek(0);
    }

    String peek(int further) {
        return at + further < words.size() ? words.get(at + further) : "";
    }

    String next() {
        if (isOver()) {
            throw new BadTemplateException("missing value for command");
        }
        return words.get(at++);
    }

    /// Takes the word if it is the next one.
    boolean take(String word) {
        boolean there = peek().equals(word);
        at += there ? 1 : 0;
        return there;
    }
}

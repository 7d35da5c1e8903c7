package drydock.model.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is looked for: an object is found if every term fits it.
public record Query(List<Term> terms) {

    public Query {
        terms = List.copyOf(terms);
    }

    /// Reads what a user typed: words between spaces, `"several words"` in quotes as one, `key=value` for labels,
    /// `path:value` for fields. Nothing that can be typed is wrong; a quote that is not closed goes to the end.
    public static Query parse(String typed) {
        List<Term> terms = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean literal = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '"') {
                literal |= !quoted && word.isEmpty();
                quoted = !quoted;
            } else if (quoted || !isSpace(c)) {
                word.append(c);
            } else {
                add(terms, word, literal);
                literal = false;
            }
        }
        add(terms, word, literal);
        return new Query(terms);
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static void add(List<Term> terms, StringBuilder word, boolean literal) {
        String text = word.toString().toLowerCase(Locale.ROOT);
        word.setLength(0);
        if (!text.isBlank()) {
            terms.add(literal ? new Term.Word(text.strip()) : Term.parse(text));
        }
    }
}

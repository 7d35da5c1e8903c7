package drydock.app.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is looked for in a log: words, or a regular expression between slashes. Neither minds upper and lower case.
final class LogFilter {

    /// A stretch of a line, `to` exclusive.
    record Span(int from, int to) {}

    /// Everything, and nothing in particular.
    static final LogFilter NONE = new LogFilter(Optional.empty());

    private final Optional<Pattern> pattern;

    private LogFilter(Optional<Pattern> pattern) {
        this.pattern = pattern;
    }

    /// Reads what was typed; empty if it is no regular expression though it wants to be one.
    static Optional<LogFilter> read(String typed) {
        if (typed.isBlank()) {
            return Optional.of(NONE);
        }
        boolean expression = typed.length() > 2 && typed.startsWith("/") && typed.endsWith("/");
        String wanted = expression ? typed.substring(1, typed.length() - 1) : Pattern.quote(typed);
        try {
            return Optional.of(new LogFilter(
                    Optional.of(Pattern.compile(wanted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))));
        } catch (PatternSyntaxException wrong) {
            return Optional.empty();
        }
    }

    boolean isNone() {
        return pattern.isEmpty();
    }

    boolean matches(String text) {
        return pattern.isEmpty() || pattern.get().matcher(text).find();
    }

    /// Where it is found in a line.
    List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        if (pattern.isPresent()) {
            Matcher matcher = pattern.get().matcher(text);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    spans.add(new Span(matcher.start(), matcher.end()));
                }
            }
        }
        return spans;
    }
}

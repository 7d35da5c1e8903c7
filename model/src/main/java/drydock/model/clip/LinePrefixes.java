package drydock.model.clip;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before every line of a quotation, a difference or a numbered listing.
final class LinePrefixes {

    private static final List<Pattern> PREFIXES = List.of(
            Pattern.compile("^\\s*> ?(.*)$"),
            Pattern.compile("^\\+(.*)$"),
            Pattern.compile("^\\s*\\d+(?:\\t| ?[|:] ?| |$)(.*)$"));

    private LinePrefixes() {}

    /// The lines without a prefix that all of them have that are not blank.
    static List<String> without(List<String> lines) {
        return PREFIXES.stream()
                .filter(prefix -> lines.stream().anyMatch(line -> !line.isBlank())
                        && lines.stream()
                                .allMatch(line ->
                                        line.isBlank() || prefix.matcher(line).matches()))
                .findFirst()
                .map(prefix -> lines.stream().map(line -> behind(prefix, line)).toList())
                .orElse(lines);
    }

    private static String behind(Pattern prefix, String line) {
        Matcher matcher = prefix.matcher(line);
        return matcher.matches() ? matcher.group(1) : line;
    }
}

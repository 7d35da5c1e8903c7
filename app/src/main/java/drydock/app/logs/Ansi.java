package drydock.app.logs;

import java.util.regex.Pattern;

/// What programs write for terminals only: colours and other control sequences, which a log does not show.
final class Ansi {

    private static final Pattern SEQUENCE =
            Pattern.compile("\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)|[@-Z\\\\-_])");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    private Ansi() {}

    /// The text without them.
    static String plain(String text) {
        return text.indexOf('\u001b') < 0 && text.chars().noneMatch(c -> c < ' ' && c != '\t')
                ? text
                : CONTROL.matcher(SEQUENCE.matcher(text).replaceAll("")).replaceAll("");
    }
}

package drydock.sim.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is said over a bare connection, cut into messages: a line each, an array as Redis's protocol has it (RESP), or
/// a line of memcached's with the block of data that it announces. Bytes that are no text are one message as they come.
public final class BareTalk {

    private static final Pattern STORE =
            Pattern.compile("(?:set|add|replace|append|prepend) \\S+ \\d+ -?\\d+ (\\d{1,7})(?: noreply)?");
    private static final Pattern LENGTH = Pattern.compile("[*$](\\d{1,7})");
    private static final Pattern HTTP = Pattern.compile("[A-Z]+ \\S+ HTTP/\\d.*");

    private final StringBuilder heard = new StringBuilder();

    /// Adds what was said; a character is a byte.
    public void hear(byte[] bytes) {
        heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /// Whether it begins as HTTP does; false as long as its first line is not whole.
    public boolean isHttp() {
        int end = heard.indexOf("\n");
        return end >= 0 && HTTP.matcher(heard.substring(0, end).strip()).matches();
    }

    /// The words of the next message, which is taken; empty if none is whole.
    public Optional<List<String>> next() {
        if (heard.chars().anyMatch(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t')) {
            String all = heard.toString();
            heard.setLength(0);
            return Optional.of(List.of(all));
        }
        while (!heard.isEmpty() && "\r\n".indexOf(heard.charAt(0)) >= 0) {
            heard.deleteCharAt(0);
        }
        Cut cut = new Cut();
        Optional<List<String>> words = cut.line().flatMap(line -> words(line, cut));
        words.ifPresent(_ -> heard.delete(0, cut.at));
        return words;
    }

    private static Optional<List<String>> words(String line, Cut cut) {
        Matcher store = STORE.matcher(line);
        List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+", -1)));
        if (store.matches()) {
            return cut.block(Integer.parseInt(store.group(1))).map(block -> {
                words.add(block);
                return List.copyOf(words);
            });
        }
        Matcher array = LENGTH.matcher(line);
        return line.startsWith("*") && array.matches()
                ? array(Integer.parseInt(array.group(1)), cut)
                : Optional.of(List.copyOf(words));
    }

    private static Optional<List<String>> array(int count, Cut cut) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<String> word = cut.line()
                    .map(LENGTH::matcher)
                    .filter(Matcher::matches)
                    .flatMap(length -> cut.block(Integer.parseInt(length.group(1))));
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words.add(word.get());
        }
        return Optional.of(words);
    }

    /// How far a message was read.
    private final class Cut {

        private int at;

        Optional<String> line() {
            int end = heard.indexOf("\n", at);
            if (end < 0) {
                return Optional.empty();
            }
            String line = heard.substring(at, end).replaceFirst("\r$", "");
            at = end + 1;
            return Optional.of(line);
        }

        /// So many bytes, and the end of the line behind them.
        Optional<String> block(int length) {
            int end = heard.indexOf("\n", at + length);
            if (at + length > heard.length() || end < 0) {
                return Optional.empty();
            }
            String block = heard.substring(at, at + length);
            at = end + 1;
            return Optional.of(block);
        }
    }
}

package drydock.app.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request of HTTP/1.1.
///
/// @param target its path and query, as they were sent
/// @param headers by their names, whichever way these are written
record Request(String method, String target, Map<String, String> headers, String body) {

    private static final int MOST_BYTES = 3 << 20;
    private static final int MOST_HEAD = 1 << 16;

    /// What cannot be answered as it was sent.
    static final class BadException extends IOException {

        private static final long serialVersionUID = 1;

        private final int status;

        BadException(int status) {
            super("HTTP " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /// The next request; empty if the client has none.
    static Optional<Request> read(InputStream in, OutputStream out) throws IOException {
        int[] left = {MOST_HEAD};
        Optional<String> first = line(in, left);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] words = first.get().split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new BadException(400);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = required(in, left); !line.isEmpty(); line = required(in, left)) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new BadException(400);
            }
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        if (headers.getOrDefault("Expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return Optional.of(
                new Request(words[0], words[1], headers, new String(body(in, headers), StandardCharsets.UTF_8)));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks(in);
        }
        String length = headers.getOrDefault("Content-Length", "0");
        if (!length.matches("\\d{1,15}")) {
            throw new BadException(400);
        }
        return exactly(in, Long.parseLong(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int[] left = {MOST_HEAD};
            String size = required(in, left).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new BadException(400);
            }
            int length = Integer.parseInt(size, 16);
            whole.writeBytes(exactly(in, length));
            if (whole.size() > MOST_BYTES) {
                throw new BadException(413);
            }
            while (!required(in, left).isEmpty() && length == 0) {
                // trailers say nothing that is needed
            }
            if (length == 0) {
                return whole.toByteArray();
            }
        }
    }

    private static byte[] exactly(InputStream in, long length) throws IOException {
        if (length > MOST_BYTES) {
            throw new BadException(413);
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new IOException("closed");
        }
        return bytes;
    }

    private static String required(InputStream in, int[] left) throws IOException {
        return line(in, left).orElseThrow(() -> new IOException("closed"));
    }

    private static Optional<String> line(InputStream in, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return Optional.empty();
            }
            if (--left[0] < 0) {
                throw new BadException(431);
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return Optional.of(line.toString());
    }

    /// A header; empty if there is none.
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isWebSocket() {
        return header("Upgrade").equalsIgnoreCase("websocket");
    }

    boolean isLast() {
        return header("Connection").equalsIgnoreCase("close");
    }

    /// The path, decoded.
    String path() {
        return decoded(target.replaceFirst("\\?.*", "").replace("+", "%2B"));
    }

    /// All values of a parameter, decoded.
    List<String> values(String name) {
        return pairs().stream()
                .filter(p -> p.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    /// One parameter.
    record Pair(String name, String value) {}

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        int mark = target.indexOf('?');
        for (String pair : mark < 0 ? new String[0] : target.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                pairs.add(new Pair(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return text;
        }
    }
}

package drydock.sim.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Answers of a Redis as they go over the connection (RESP 2,
/// <https://redis.io/docs/latest/develop/reference/protocol-spec/>).
final class RedisProtocol {

    private RedisProtocol() {}

    /// What `words` asked for, of which the client prints `said`.
    static String of(List<String> words, Reply said) {
        String text = said.body().replaceFirst("\n$", "");
        if (said.status() >= 400) {
            return "-" + text + "\r\n";
        }
        return switch (words.getFirst().toUpperCase(Locale.ROOT)) {
            case "PING" -> words.size() > 1 ? bulk(text) : "+" + text + "\r\n";
            case "SET" -> "+" + text + "\r\n";
            case "DEL", "INCR", "DBSIZE" -> ":" + text + "\r\n";
            case "GET" -> text.equals("(nil)") ? "$-1\r\n" : bulk(text);
            case "KEYS" -> {
                List<String> keys = text.equals("(empty array)") ? List.of() : List.of(text.split("\n", -1));
                yield "*" + keys.size() + "\r\n"
                        + keys.stream().map(RedisProtocol::bulk).collect(Collectors.joining());
            }
            default -> bulk(text);
        };
    }

    private static String bulk(String text) {
        return "$" + text.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n" + text + "\r\n";
    }
}

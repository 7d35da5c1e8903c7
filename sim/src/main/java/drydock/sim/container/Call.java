package drydock.sim.container;

import java.time.Duration;
import java.util.List;

/// What a program asks of the network: a connection, and what it says over it.
///
/// @param scheme `http`, `tcp` for a bare connection, `bare` for what is said over one, or what else the two sides
/// talk, as `redis`
/// @param host a name or an address
/// @param method as `GET`; of other schemes the command
/// @param path the path with its query; of other schemes the command's arguments
/// @param header the name of the site that is asked for, which is the host if it is empty
/// @param timeout how long the program waits
public record Call(
        String scheme,
        String host,
        int port,
        String method,
        String path,
        String header,
        String body,
        Duration timeout) {

    private static final String BARE = "bare";
    private static final Duration USUAL = Duration.ofSeconds(127);

    /// A GET.
    public static Call get(String host, int port, String path) {
        return new Call("http", host, port, "GET", path, "", "", USUAL);
    }

    /// A connection and no more.
    public static Call connect(String host, int port) {
        return new Call("tcp", host, port, "", "", "", "", USUAL);
    }

    /// A command in a server's own language.
    public static Call of(String scheme, String host, int port, String command, String arguments) {
        return new Call(scheme, host, port, command, arguments, "", "", USUAL);
    }

    /// A message over a bare connection, as [BareTalk] cuts it.
    public static Call bare(String host, int port, List<String> words) {
        return new Call(
                BARE,
                host,
                port,
                words.getFirst(),
                String.join(" ", words.subList(1, words.size())),
                "",
                String.join("\0", words),
                USUAL);
    }

    /// Whether it says something that is not known to be of any language.
    boolean isBare() {
        return scheme.equals(BARE);
    }

    /// The words of a bare message.
    List<String> words() {
        return List.of(body.split("\0", -1));
    }

    /// The call that `url` asks for; without a scheme it is http.
    public static Call url(String url) {
        boolean secure = url.startsWith("https://");
        String plain = url.replaceFirst("^[a-z]+://", "");
        int slash = plain.indexOf('/');
        String server = slash < 0 ? plain : plain.substring(0, slash);
        String path = slash < 0 ? "/" : plain.substring(slash);
        int colon = server.lastIndexOf(':');
        String port = colon < 0 ? (secure ? "443" : "80") : server.substring(colon + 1);
        return get(
                colon < 0 ? server : server.substring(0, colon),
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                path);
    }

    public Call withTimeout(Duration other) {
        return new Call(scheme, host, port, method, path, header, body, other);
    }

    public Call withMethod(String other, String said) {
        return new Call(scheme, host, port, other, path, header, said, timeout);
    }

    public Call withHeader(String site) {
        return new Call(scheme, host, port, method, path, site, body, timeout);
    }

    /// The site that is asked for.
    public String site() {
        return header.isEmpty() ? host : header;
    }
}

package drydock.sim.container;

import java.util.Optional;

/// The world beyond the cluster, as a client in a container meets it.
@FunctionalInterface
public interface Outside {

    /// Nothing can be reached.
    Outside NONE = (_, _) -> Optional.empty();

    /// Every host with a domain's name answers every request with a page that says what was asked for. Names of the
    /// cluster itself, and addresses, are not outside.
    Outside ANSWERING = (host, path) -> isName(host)
            ? Optional.of(
                    new Network.Reply(200, "<html><body><h1>" + host + "</h1><p>GET " + path + "</p></body></html>\n"))
            : Optional.empty();

    /// The answer of `host` to a GET of `path`; empty if there is no such host.
    Optional<Network.Reply> get(String host, String path);

    private static boolean isName(String host) {
        return host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}") && !host.endsWith(".local");
    }
}

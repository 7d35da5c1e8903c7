package drydock.sim.container;

import java.util.Optional;
import java.util.regex.Pattern;

/// The world beyond the cluster, as a client in a container meets it.
@FunctionalInterface
public interface Outside {

    /// Nothing can be reached.
    Outside NONE = _ -> Optional.empty();

    /// Every host with a domain's name answers every request with a page that says what was asked for. Names of the
    /// cluster itself, and addresses, are not outside.
    Outside ANSWERING = call -> isName(call.host())
            ? Optional.of(
                    Reply.ok("<html><body><h1>" + call.host() + "</h1><p>GET " + call.path() + "</p></body></html>\n"))
            : Optional.empty();

    /// A name under one of the domains that everybody knows, or under a country's.
    Pattern NAME =
            Pattern.compile("([A-Za-z0-9-]+\\.)+([A-Za-z]{2}|com|net|org|edu|gov|info|dev|app|cloud|example)\\.?");

    /// The answer to `call`; empty if there is no such host.
    Optional<Reply> answer(Call call);

    /// Whether `host` can be a name of the world outside.
    static boolean isName(String host) {
        return NAME.matcher(host).matches();
    }
}

package drydock.sim.network;

import java.util.List;

/// Why a request came to nothing, as a code with what it is about: who shows it says it in a language of its own.
///
/// @param names what the code's text speaks of, in its order
public record Why(Code code, List<String> names) {

    /// The reasons, with what the console says.
    public enum Code {
        NO_ENDPOINTS("Service %s has no endpoints"),
        NO_ENDPOINT_HERE("Service %s has no endpoint on %s"),
        NO_SUCH_PORT("%s has no port %s"),
        NO_BALANCER_PORT("the balancer has no port %s"),
        NOT_KNOWN_YET("%s does not know the Service yet"),
        NO_NODE("no node serves %s"),
        NOTHING_THERE("nothing answers at %s"),
        NOT_FROM_OUTSIDE("nothing outside the cluster leads to %s"),
        WAY_CUT("the way to %s is cut"),
        WAY_OUT_CUT("the way out of %s is cut"),
        NOT_LISTENING("nothing listens on port %s"),
        NO_ANSWER("no answer");

        private final String text;

        Code(String text) {
            this.text = text;
        }
    }

    public Why {
        names = List.copyOf(names);
    }

    public static Why of(Code code, Object... names) {
        return new Why(code, List.of(names).stream().map(String::valueOf).toList());
    }

    /// What the console says.
    @Override
    public String toString() {
        return code.text.formatted(names.toArray());
    }
}

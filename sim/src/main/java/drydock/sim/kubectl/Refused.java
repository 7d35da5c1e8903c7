package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import java.util.List;
import java.util.stream.Collectors;

/// A refusal by the cluster in kubectl's words (`kubectl/pkg/cmd/util/helpers.go checkErr`).
final class Refused {

    private Refused() {}

    /// The words, without a line end.
    static String words(ClusterException refused) {
        return words(refused, "");
    }

    /// @param doing what was being done, as `error when creating "pod.yaml": `; not said of an object that is invalid
    static String words(ClusterException refused, String doing) {
        if (refused.code() == 0 && String.valueOf(refused.getMessage()).startsWith("The connection to the server")) {
            return refused.getMessage();
        }
        if (refused.code() == 0) {
            return "Unable to connect to the server: " + refused.getMessage();
        }
        if (refused.reason().equals("Invalid")) {
            return invalid(refused);
        }
        String reason = refused.reason().isEmpty() ? "" : " (" + refused.reason() + ")";
        return "Error from server" + reason + ": " + doing + refused.getMessage();
    }

    private static String invalid(ClusterException refused) {
        StatusDetails details = refused.status().getDetails();
        boolean named = details != null && details.getKind() != null;
        if (details == null || details.getCauses().isEmpty()) {
            return named ? "The " + refused.getMessage() : "The request is invalid: " + refused.getMessage();
        }
        List<StatusCause> causes = details.getCauses();
        String what = named
                ? "The " + details.getKind() + " \"" + details.getName() + "\" is invalid: "
                : "The request is invalid: ";
        if (causes.size() == 1) {
            return what + text(causes.getFirst());
        }
        return what + causes.stream().map(cause -> "\n* " + text(cause)).collect(Collectors.joining());
    }

    private static String text(StatusCause cause) {
        return cause.getField() == null ? cause.getMessage() : cause.getField() + ": " + cause.getMessage();
    }
}

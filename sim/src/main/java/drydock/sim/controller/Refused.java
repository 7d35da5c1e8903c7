package drydock.sim.controller;

import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;

/// Why the server refused what a controller wanted (`apimachinery/pkg/api/errors HasStatusCause`).
public final class Refused {

    private static final String NAMESPACE_TERMINATING = "NamespaceTerminating";

    private Refused() {}

    /// Whether nothing can be made because the namespace is ending: no controller tells of that, nor does it matter.
    public static boolean byEndingNamespace(ClusterException refused) {
        StatusDetails details = refused.status().getDetails();
        return details != null
                && details.getCauses().stream().map(StatusCause::getReason).anyMatch(NAMESPACE_TERMINATING::equals);
    }
}

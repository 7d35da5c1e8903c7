package drydock.app.live.api;

import drydock.app.live.watch.WireException;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;

/// Evictions of Pods, in the version that the server takes: `policy/v1` since Kubernetes 1.22.
///
/// The client's own evictions keep to themselves what a disruption budget says.
public final class Evicting {

    private static final String LATEST = "policy/v1";

    private final ApiServer server;
    private final String cluster;
    private String version = "";

    /// @param cluster what the cluster is called where it cannot be reached
    public Evicting(ApiServer server, String cluster) {
        this.server = server;
        this.cluster = cluster;
    }

    /// Asks the server to let a Pod go.
    ///
    /// @throws ClusterException 429 in the words of the budget that does not allow it
    public void evict(Eviction eviction) {
        String path = "/api/v1/namespaces/" + eviction.getMetadata().getNamespace() + "/pods/"
                + eviction.getMetadata().getName() + "/eviction";
        try {
            server.change(
                    path,
                    new EvictionBuilder(eviction).withApiVersion(version()).build());
        } catch (WireException lost) {
            throw new ClusterException(cluster + " cannot be reached: " + lost.getMessage(), lost);
        }
    }

    private synchronized String version() throws WireException {
        if (version.isEmpty()) {
            version = server.get("/api/v1", APIResourceList.class).getResources().stream()
                    .filter(resource -> resource.getName().equals("pods/eviction"))
                    .findFirst()
                    .filter(resource -> resource.getGroup() != null && resource.getVersion() != null)
                    .map(resource -> resource.getGroup() + "/" + resource.getVersion())
                    .orElse(LATEST);
        }
        return version;
    }
}

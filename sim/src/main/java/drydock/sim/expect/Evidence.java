package drydock.sim.expect;

import drydock.sim.network.RequestLog;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Map;

/// What expectations look at.
///
/// @param api the cluster's server, whether or not users reach it
public record Evidence(ApiServer api, RequestLog requests, Printer printer) {

    /// How kubectl shows objects.
    public interface Printer {

        /// The cells of an object's row in `kubectl get -o wide`, by their headings.
        Map<String, String> row(HasMetadata object, Instant now);

        /// What `-o jsonpath=…` prints of an object, or why it cannot.
        String field(HasMetadata object, String path);
    }
}

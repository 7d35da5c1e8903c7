package drydock.app.recording;

import drydock.model.cluster.ClusterInfo;
import java.time.Instant;

/// What stands above a recording: of which cluster it is, and since when.
///
/// @param cluster the cluster, as it was called and where it was
/// @param namespace the namespace that was watched, empty for all
/// @param start when the recording began
public record Header(ClusterInfo cluster, String namespace, Instant start) {

    /// The format that this program writes, and the newest that it reads.
    static final int FORMAT = 1;
}

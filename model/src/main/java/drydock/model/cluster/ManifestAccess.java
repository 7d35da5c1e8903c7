package drydock.model.cluster;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;

/// The way to apply manifests to a cluster just as they are written, in the version that they name. Calls block as
/// those of [Cluster] do, and fail as they do.
public interface ManifestAccess {

    /// The object as the server has it, in the version that a manifest names.
    ///
    /// @param apiVersion as `apps/v1`
    Optional<HasMetadata> find(ResourceId id, String apiVersion);

    /// Server-side apply of what `manifest` says.
    ///
    /// @param id what it is about: who writes no namespace may mean another than `default`
    /// @return the object after that, or as it would be
    /// @throws ClusterException 409 with its [FieldConflict]s where other managers have said otherwise
    HasMetadata apply(ResourceId id, Map<String, Object> manifest, Way way);

    /// How it is applied.
    ///
    /// @param manager in whose name
    /// @param force whether fields are taken over that other managers have said otherwise
    /// @param dryRun whether the server only says what would come of it
    record Way(String manager, boolean force, boolean dryRun) {

        /// The name in which Drydock applies.
        public static final String DRYDOCK = "drydock";

        /// Only to see what would come of it.
        public static final Way TRY = new Way(DRYDOCK, false, true);

        /// The same for one that takes over what others have said.
        public static final Way TRY_BY_FORCE = new Way(DRYDOCK, true, true);
    }
}

package drydock.sim.kubectl;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Follows one object until enough was seen.
///
/// **Once.** Whoever ends it first ends it: what was seen, or the time that ran out.
final class Following {

    private @Nullable Subscription watch;
    private boolean over;

    /// Shows each state of the object to `seen`, empty when it is gone, until that returns true.
    void begin(Invocation command, ResourceId id, Predicate<Optional<HasMetadata>> seen) {
        var kind = command.kindOf(id).orElseThrow();
        Query query = Query.in(kind, id.namespace()).withFields("metadata.name=" + id.name());
        boolean[] there = {false};
        watch = command.cluster().watch(query, event -> {
            if (over) {
                return;
            }
            switch (event) {
                case ClusterEvent.Added(var object) -> {
                    there[0] = true;
                    tell(seen, Optional.of(object));
                }
                case ClusterEvent.Modified(var object) -> tell(seen, Optional.of(object));
                case ClusterEvent.Deleted _ -> tell(seen, Optional.empty());
                case ClusterEvent.Synced _ -> {
                    if (!there[0]) {
                        tell(seen, Optional.empty());
                    }
                }
                case ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ -> {
                    // a watch that is cut is mended by the cluster
                }
            }
        });
        command.held(watch);
        if (over) {
            watch.close();
        }
    }

    private void tell(Predicate<Optional<HasMetadata>> seen, Optional<HasMetadata> object) {
        if (seen.test(object)) {
            end();
        }
    }

    /// Stops; false if that was done already.
    boolean end() {
        if (over) {
            return false;
        }
        over = true;
        if (watch != null) {
            watch.close();
        }
        return true;
    }
}

package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;

/// How the claims of a Pod that are not bound yet get their volumes.
///
/// @param bindings volumes that are there, for the claims that get them
/// @param toMake the claims for which a volume is made
record VolumePlan(List<Binding> bindings, List<PersistentVolumeClaim> toMake) {

    record Binding(PersistentVolumeClaim claim, PersistentVolume volume) {}

    boolean isEmpty() {
        return bindings.isEmpty() && toMake.isEmpty();
    }
}

package drydock.sim.admission;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Present;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Gives a new Pod the number of its priority class (`plugin/pkg/admission/priority/admission.go`).
final class Priorities {

    /// The classes that are there from the start (`pkg/apis/scheduling/types.go`, `v1/helpers.go`).
    private static final Map<String, Integer> OF_THE_SYSTEM =
            Map.of("system-node-critical", 2_000_001_000, "system-cluster-critical", 2_000_000_000);

    private static final String PREEMPT = "PreemptLowerPriority";

    private final Present present;

    Priorities(Present present) {
        this.present = present;
    }

    /// @throws drydock.model.cluster.ClusterException 403 if there is no such class, or the Pod says another number
    void complete(ResourceId id, Pod pod) {
        PodSpec spec = pod.getSpec();
        String name = Objects.requireNonNullElse(spec.getPriorityClassName(), "");
        Optional<PriorityClass> known = name.isEmpty() ? usual() : named(name);
        if (!name.isEmpty() && known.isEmpty() && !OF_THE_SYSTEM.containsKey(name)) {
            throw Refusals.forbidden(id, "no PriorityClass with name " + name + " was found");
        }
        int priority = known.map(PriorityClass::getValue).orElseGet(() -> OF_THE_SYSTEM.getOrDefault(name, 0));
        known.ifPresent(usual -> spec.setPriorityClassName(usual.getMetadata().getName()));
        if (spec.getPriority() != null && spec.getPriority() != priority) {
            throw Refusals.forbidden(
                    id,
                    "the integer value of priority (" + spec.getPriority() + ") must not be provided in pod spec; "
                            + "priority admission controller computed " + priority
                            + " from the given PriorityClass name");
        }
        spec.setPriority(priority);
        if (spec.getPreemptionPolicy() == null) {
            spec.setPreemptionPolicy(
                    known.map(PriorityClass::getPreemptionPolicy).orElse(PREEMPT));
        }
    }

    private Optional<PriorityClass> named(String name) {
        return present.get(ResourceId.of(Kinds.PRIORITY_CLASS, "", name)).map(PriorityClass.class::cast);
    }

    /// The class of who names none: of several, that with the lowest number.
    private Optional<PriorityClass> usual() {
        return present.list(Kinds.PRIORITY_CLASS, "").stream()
                .map(PriorityClass.class::cast)
                .filter(known -> Boolean.TRUE.equals(known.getGlobalDefault()))
                .min(Comparator.comparingInt(PriorityClass::getValue));
    }
}

package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.topology.PodTemplates;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// A change of what an object's Pods run, wherever the object keeps that.
final class PodSpecPatch {

    private PodSpecPatch() {}

    /// The Pod's specification, or that of the template.
    ///
    /// @throws CommandFailure if the object has neither
    static PodSpec spec(HasMetadata object) {
        return PodTemplates.podSpec(object)
                .orElseThrow(() -> new CommandFailure("error: " + Targets.resource(object) + "/"
                        + object.getMetadata().getName() + " the object is not a pod or does not have a pod template: "
                        + "*unstructured.Unstructured"));
    }

    /// A patch of the Pod specification of `object`.
    static Patch of(HasMetadata object, Map<String, ?> change) {
        Map<String, Object> whole = new LinkedHashMap<>(Map.of("spec", change));
        if (!(object instanceof Pod)) {
            whole = Map.of("spec", Map.of("template", whole));
        }
        if (object instanceof CronJob) {
            whole = Map.of("spec", Map.of("jobTemplate", whole));
        }
        return new Patch(Patch.Type.STRATEGIC, JsonText.compact(whole));
    }

    /// A patch of containers: `change` says for each what differs, empty for nothing.
    ///
    /// @return the fields of the Pod specification to change, empty if nothing differs
    static Map<String, Object> containers(
            PodSpec spec, boolean init, BiFunction<Container, Boolean, Map<String, Object>> change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "containers", spec.getContainers(), false, change);
        if (init) {
            put(fields, "initContainers", spec.getInitContainers(), true, change);
        }
        return fields;
    }

    private static void put(
            Map<String, Object> fields,
            String name,
            List<Container> containers,
            boolean init,
            BiFunction<Container, Boolean, Map<String, Object>> change) {
        List<Map<String, Object>> changed = new ArrayList<>();
        for (Container container : containers) {
            Map<String, Object> differs = change.apply(container, init);
            if (!differs.isEmpty()) {
                Map<String, Object> item = new LinkedHashMap<>(Map.of("name", container.getName()));
                item.putAll(differs);
                changed.add(item);
            }
        }
        if (!changed.isEmpty()) {
            fields.put(name, changed);
        }
    }
}

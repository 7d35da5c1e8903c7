package drydock.sim.extension;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.ObjectTree;
import drydock.sim.store.Present;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// The kinds that established CustomResourceDefinitions declare.
public final class CustomKinds {

    private final Present present;
    private final Map<HasMetadata, Map<String, Object>> read = new WeakHashMap<>();

    public CustomKinds(Present present) {
        this.present = present;
    }

    /// The kind of `object`; empty if nobody declares it, or not in this version, or it is not established yet.
    public Optional<CustomKind> of(HasMetadata object) {
        String apiVersion = object.getApiVersion();
        int slash = apiVersion.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String plural = Kinds.of(object).plural();
        String group = apiVersion.substring(0, slash);
        String version = apiVersion.substring(slash + 1);
        return named(plural + "." + group)
                .filter(definition -> declares(definition, object.getKind()))
                .or(() -> present.list(Kinds.CUSTOM_RESOURCE_DEFINITION, "").stream()
                        .map(this::read)
                        .filter(d -> group.equals(CustomKind.map(d.get("spec")).get("group"))
                                && declares(d, object.getKind()))
                        .findFirst())
                .filter(CustomKinds::isEstablished)
                .flatMap(definition -> CustomKind.of(definition, version));
    }

    private Optional<Map<String, Object>> named(String name) {
        return present.get(ResourceId.of(Kinds.CUSTOM_RESOURCE_DEFINITION, "", name))
                .map(this::read);
    }

    private Map<String, Object> read(HasMetadata definition) {
        return read.computeIfAbsent(definition, ObjectTree::of);
    }

    private static boolean declares(Map<?, ?> definition, String kind) {
        return kind.equals(CustomKind.map(CustomKind.map(definition.get("spec")).get("names"))
                .get("kind"));
    }

    private static boolean isEstablished(Map<?, ?> definition) {
        return CustomKind.list(CustomKind.map(definition.get("status")).get("conditions")).stream()
                .map(CustomKind::map)
                .anyMatch(c -> "Established".equals(c.get("type")) && "True".equals(c.get("status")));
    }
}

package drydock.app.live.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import drydock.app.live.watch.WireException;
import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What Pods and nodes use at a moment, as a cluster's metrics API says (`metrics.k8s.io/v1beta1`).
public record Usage(Map<ResourceId, Used> used) {

    private static final String METRICS = "/apis/metrics.k8s.io/v1beta1";

    /// What one of them uses.
    ///
    /// @param cpu in CPUs
    /// @param memory in bytes
    public record Used(double cpu, double memory) {

        Used and(Used other) {
            return new Used(cpu + other.cpu, memory + other.memory);
        }
    }

    public Usage {
        used = Map.copyOf(used);
    }

    /// Asks for it. Nodes that the user may not see are left out.
    ///
    /// @param namespace whose Pods are wanted, empty for all
    public static Usage read(ApiServer server, String namespace) throws WireException {
        Map<ResourceId, Used> used = new HashMap<>();
        String where = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
        for (Item item : items(server, where + "/pods")) {
            ObjectMeta metadata = Objects.requireNonNull(item.metadata);
            used.put(ResourceId.of(Kinds.POD, metadata.getNamespace(), metadata.getName()), item.sum());
        }
        try {
            for (Item item : items(server, "/nodes")) {
                used.put(
                        ResourceId.of(
                                Kinds.NODE,
                                "",
                                Objects.requireNonNull(item.metadata).getName()),
                        item.sum());
            }
        } catch (WireException refused) {
            if (refused.code() != 403) {
                throw refused;
            }
        }
        return new Usage(used);
    }

    private static List<Item> items(ApiServer server, String path) throws WireException {
        Items items = server.get(METRICS + path, Items.class);
        return items.items == null ? List.of() : items.items;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Items {
        public @Nullable List<Item> items;
    }

    /// A node's or a Pod's.
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Item {
        public @Nullable ObjectMeta metadata;
        public @Nullable Map<String, Quantity> usage;
        public @Nullable List<Item> containers;

        Used sum() {
            if (containers != null) {
                return containers.stream().map(Item::sum).reduce(new Used(0, 0), Used::and);
            }
            Map<String, Quantity> amounts = Objects.requireNonNullElse(usage, Map.of());
            return new Used(
                    Quantities.exact(amounts.get("cpu")).doubleValue(),
                    Quantities.exact(amounts.get("memory")).doubleValue());
        }
    }
}

package drydock.sim.controller.volume;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Informer;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.CSINode;
import io.fabric8.kubernetes.api.model.storage.CSINodeBuilder;
import io.fabric8.kubernetes.api.model.storage.CSINodeDriver;
import io.fabric8.kubernetes.api.model.storage.CSINodeDriverBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells of each node which drivers it has, as a kubelet does when a driver registers with it
/// (`pkg/volume/csi/nodeinfomanager`): every driver of the cluster runs on every node. How many volumes a node can
/// hold,
/// an annotation of the CSIDriver says. Where there are no drivers, nothing is told.
public final class NodeDrivers {

    /// The annotation of a CSIDriver that says how many of its volumes a node can hold.
    public static final String LIMIT = "drydock.io/volumes-per-node";

    private static final Duration REGISTERING = Duration.ofMillis(200);
    private static final ResourceKind DRIVER =
            Kinds.find("storage.k8s.io", "CSIDriver").orElseThrow();
    private static final ResourceKind NODE =
            Kinds.find("storage.k8s.io", "CSINode").orElseThrow();

    private final Engine engine;
    private final ApiServer api;
    private final Informer<CSIDriver> drivers;
    private @Nullable Informer<Node> nodes;
    private boolean due;

    private NodeDrivers(Engine engine, ApiServer server) {
        this.engine = engine;
        this.api = server.as("kubelet");
        this.drivers = new Informer<>(api, DRIVER, CSIDriver.class).on((_, _) -> changed());
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new NodeDrivers(engine, server);
    }

    private void changed() {
        if (nodes == null) {
            nodes = new Informer<>(api, Kinds.NODE, Node.class).on((before, after) -> {
                if (before == null || after == null) {
                    later();
                }
            });
        }
        later();
    }

    private void later() {
        if (!due) {
            due = true;
            engine.schedule(REGISTERING, () -> {
                due = false;
                if (nodes != null) {
                    nodes.all().forEach(this::told);
                }
            });
        }
    }

    private void told(Node node) {
        try {
            tell(node);
        } catch (ClusterException refused) {
            // what was told of a driver may not change: it stays
        }
    }

    private void tell(Node node) {
        ResourceId id = ResourceId.of(NODE, "", node.getMetadata().getName());
        List<CSINodeDriver> here = new ArrayList<>(drivers.all().stream()
                .map(driver -> onNode(driver, node.getMetadata().getName()))
                .sorted(Comparator.comparing(CSINodeDriver::getName))
                .toList());
        CSINode before = (CSINode) api.get(id).orElse(null);
        if (before != null) {
            List<String> named = here.stream().map(CSINodeDriver::getName).toList();
            before.getSpec().getDrivers().stream()
                    .filter(driver -> !named.contains(driver.getName()) && !isOurs(before))
                    .forEach(here::add);
            api.replace(new CSINodeBuilder(before)
                    .editSpec()
                    .withDrivers(here)
                    .endSpec()
                    .build());
        } else if (!here.isEmpty()) {
            api.create(new CSINodeBuilder()
                    .withNewMetadata()
                    .withName(id.name())
                    .withOwnerReferences(owner(node))
                    .endMetadata()
                    .withNewSpec()
                    .withDrivers(here)
                    .endSpec()
                    .build());
        }
    }

    /// Whether it was made here, and not written by somebody else.
    private static boolean isOurs(CSINode node) {
        return !node.getMetadata().getOwnerReferences().isEmpty();
    }

    private static OwnerReference owner(Node node) {
        OwnerReference owner = new OwnerReference();
        owner.setApiVersion("v1");
        owner.setKind("Node");
        owner.setName(node.getMetadata().getName());
        owner.setUid(node.getMetadata().getUid());
        return owner;
    }

    private static CSINodeDriver onNode(CSIDriver driver, String node) {
        CSINodeDriverBuilder here = new CSINodeDriverBuilder()
                .withName(driver.getMetadata().getName())
                .withNodeID(node);
        String limit = Objects.requireNonNullElse(driver.getMetadata().getAnnotations(), Map.<String, String>of())
                .getOrDefault(LIMIT, "");
        return limit.matches("\\d{1,6}")
                ? here.withNewAllocatable(Integer.parseInt(limit)).build()
                : here.build();
    }
}

package drydock.app.live;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Somebody who never leaves a cluster alone: Deployments are scaled and rolled, Pods, Services and ConfigMaps made,
/// changed and removed, always about as many as before. What a server does not take while it is away is let go.
final class Churn {

    static final String NAMESPACE = "drydock-churn";

    private static final int DEPLOYMENTS = 8;
    private static final int PODS = 20;
    private static final int SERVICES = 10;
    private static final int CONFIG_MAPS = 200;

    private final LiveCluster cluster;
    private final Random random;
    private long writes;

    /// @param seed the same seed does the same
    Churn(LiveCluster cluster, long seed) {
        this.cluster = cluster;
        this.random = new Random(seed);
    }

    /// Makes what is changed afterwards.
    void begin() throws InterruptedException {
        written(() -> cluster.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName(NAMESPACE)
                .endMetadata()
                .build()));
        RealCluster.await(
                "the namespace's account",
                java.time.Duration.ofMinutes(1),
                () -> cluster.get(new ResourceId("", "ServiceAccount", NAMESPACE, "default"))
                        .isPresent());
        for (int i = 0; i < DEPLOYMENTS; i++) {
            put(deployment(i));
            put(service("app-" + i, "app-" + i));
        }
        for (int i = 0; i < CONFIG_MAPS; i++) {
            put(configMap(i));
        }
    }

    /// Makes one change; the wait until the next is the caller's.
    void step() {
        switch (random.nextInt(24)) {
            case 0, 1 ->
                written(() -> cluster.scale(
                        ResourceId.of(Kinds.DEPLOYMENT, NAMESPACE, "app-" + random.nextInt(DEPLOYMENTS)),
                        2 + random.nextInt(5)));
            case 2 -> roll(random.nextInt(DEPLOYMENTS));
            case 3, 4 -> madeOrRemoved(pod(random.nextInt(PODS)));
            case 5, 6 -> madeOrRemoved(service("extra-" + random.nextInt(SERVICES), "pod"));
            case 7, 8 -> madeOrRemoved(configMap(CONFIG_MAPS + random.nextInt(CONFIG_MAPS / 4)));
            default -> change(random.nextInt(CONFIG_MAPS));
        }
    }

    /// So many writes were taken by the server.
    long writes() {
        return writes;
    }

    /// Removes all of it.
    void end() {
        written(() -> cluster.delete(ResourceId.of(Kinds.NAMESPACE, "", NAMESPACE), Deletion.DEFAULT));
    }

    private void roll(int i) {
        written(() -> cluster.patch(
                ResourceId.of(Kinds.DEPLOYMENT, NAMESPACE, "app-" + i),
                new Patch(
                        Patch.Type.MERGE,
                        "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"rolled\":\""
                                + random.nextInt(1_000_000) + "\"}}}}}")));
    }

    private void change(int i) {
        written(() -> cluster.patch(
                ResourceId.of(Kinds.CONFIG_MAP, NAMESPACE, "map-" + i),
                new Patch(Patch.Type.MERGE, "{\"data\":{\"n\":\"" + random.nextInt(1_000_000) + "\"}}")));
    }

    private void madeOrRemoved(HasMetadata object) {
        written(() -> {
            if (cluster.get(ResourceId.of(object)).isPresent()) {
                cluster.delete(ResourceId.of(object), Deletion.DEFAULT.withGraceSeconds(1));
            } else {
                cluster.create(object);
            }
        });
    }

    /// Makes it, however often the server has to be asked.
    private void put(HasMetadata object) throws InterruptedException {
        while (!cluster.get(ResourceId.of(object)).isPresent()) {
            written(() -> cluster.create(object));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void written(Runnable write) {
        try {
            write.run();
            writes++;
        } catch (ClusterException refused) {
            // it is away, or was quicker
        }
    }

    private static Deployment deployment(int i) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("app-" + i)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .withReplicas(3)
                .withNewSelector()
                .addToMatchLabels("app", "app-" + i)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "app-" + i)
                .endMetadata()
                .withSpec(pod(0).getSpec())
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Service service(String name, String app) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", app)
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build();
    }

    private HasMetadata configMap(int i) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("map-" + i)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .addToData("n", "0")
                .build();
    }

    private static Pod pod(int i) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("pod-" + i)
                .withNamespace(NAMESPACE)
                .addToLabels("app", "pod")
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(1L)
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .build();
    }
}

package drydock.sim.store;

import drydock.sim.admission.ClusterAdmission;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Map;

/// How many Pods of one template the API server makes in a second, admission and all; prints what it measured.
final class CreationBenchmark {

    private static final int PODS = 150_000;

    private CreationBenchmark() {}

    public static void main(String[] arguments) {
        Engine engine = new Engine(3, Instant.parse("2026-01-01T00:00:00Z"));
        InMemoryApiServer api = InMemoryApiServer.start(engine, new ClusterAdmission(engine));
        api.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName("default")
                .endMetadata()
                .build());
        PodSpec template = new PodSpecBuilder()
                .addNewContainer()
                .withName("web")
                .withImage("nginx:1")
                .addNewPort()
                .withContainerPort(80)
                .endPort()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("100m")))
                .endResources()
                .endContainer()
                .build();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < PODS; i++) {
            api.create(new PodBuilder()
                    .withNewMetadata()
                    .withGenerateName("web-")
                    .withNamespace("default")
                    .withLabels(Map.of("app", "web"))
                    .addNewOwnerReference()
                    .withApiVersion("apps/v1")
                    .withKind("ReplicaSet")
                    .withName("web")
                    .withUid("1")
                    .withController(true)
                    .endOwnerReference()
                    .endMetadata()
                    .withSpec(template)
                    .build());
            if (i % 30_000 == 29_999) {
                long took = threads.getCurrentThreadCpuTime() - begun;
                System.out.printf(
                        "%,d Pods, %,d in a second of the processor%n", i + 1, (i + 1) * 1_000_000_000L / took);
            }
        }
    }
}

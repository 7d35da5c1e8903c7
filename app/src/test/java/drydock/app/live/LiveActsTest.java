package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.session.ConsoleOutput;
import drydock.app.session.Right;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.Kubectl;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is done to a real cluster, in a namespace of the test's own.
class LiveActsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OWN = "live-acts";
    private static final String NODE = "node-2";

    @BeforeEach
    void makeRoom() throws Exception {
        RealCluster.kubeconfig();
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            if (cluster.get(ResourceId.of(Kinds.NAMESPACE, "", OWN)).isEmpty()) {
                cluster.create(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(OWN)
                        .endMetadata()
                        .build());
            }
        }
    }

    @AfterEach
    void takeAway() throws Exception {
        if (!RealCluster.isThere()) {
            return;
        }
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            for (var kind : List.of(Kinds.REPLICATION_CONTROLLER, Kinds.POD_DISRUPTION_BUDGET, Kinds.CONFIG_MAP)) {
                cluster.list(Query.in(kind, OWN))
                        .forEach(object -> cluster.delete(ResourceId.of(object), Deletion.DEFAULT.withGraceSeconds(0)));
            }
            run(cluster, "uncordon " + NODE);
        }
    }

    @Test
    void whatIsTriedIsAnsweredAndNotStored() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            ResourceId id = ResourceId.of(Kinds.CONFIG_MAP, OWN, "tried");
            ConfigMap made = (ConfigMap) cluster.create(configMap("tried"));
            Cluster trial = cluster.trial().orElseThrow();

            HasMetadata answer = trial.replace(
                    new ConfigMapBuilder(made).addToData("colour", "red").build());
            trial.delete(id, Deletion.DEFAULT);
            trial.create(configMap("another"));

            assertThat(((ConfigMap) answer).getData()).containsEntry("colour", "red");
            assertThat(cluster.get(id)).contains(made);
            assertThat(cluster.get(ResourceId.of(Kinds.CONFIG_MAP, OWN, "another")))
                    .isEmpty();
        }
    }

    @Test
    void anObjectIsSentAsItIsWrittenAndRefusedFieldByField() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            ReplicationController made = (ReplicationController) cluster.create(controller(0));
            GenericKubernetesResource written = new GenericKubernetesResource();
            written.setApiVersion("v1");
            written.setKind("ReplicationController");
            written.setMetadata(new ObjectMetaBuilder(made.getMetadata())
                    .withResourceVersion(null)
                    .build());
            written.setAdditionalProperty("spec", Map.of("replicas", -1, "selector", Map.of("app", "other")));

            assertThatThrownBy(() -> cluster.trial().orElseThrow().replace(written))
                    .isInstanceOfSatisfying(ClusterException.class, refused -> {
                        assertThat(refused.code()).isEqualTo(422);
                        assertThat(refused.status().getDetails().getCauses())
                                .extracting(cause -> cause.getField())
                                .contains("spec.replicas", "spec.template");
                    });
        }
    }

    @Test
    void whoWritesOnAnOlderVersionIsTold() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            ConfigMap made = (ConfigMap) cluster.create(configMap("twice"));
            cluster.replace(
                    new ConfigMapBuilder(made).addToData("colour", "red").build());

            assertThatThrownBy(() -> cluster.replace(new ConfigMapBuilder(made)
                            .addToData("colour", "blue")
                            .build()))
                    .isInstanceOfSatisfying(
                            ClusterException.class,
                            refused -> assertThat(refused.code()).isEqualTo(409));
        }
    }

    @Test
    void aDrainWaitsForTheBudgetAndLetsThePodsGoWhenItAllows() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(controller(2));
            RealCluster.await("two Pods run", SOON, () -> running(cluster) == 2);
            cluster.create(budget());
            Printed drain = new Printed();
            OwnThread thread = new OwnThread();
            try {
                thread.run(() -> kubectl(thread.hearing(cluster), thread)
                        .start(
                                List.of("drain", NODE, "--pod-selector=app=live-acts", "--grace-period=0"),
                                drain::print,
                                drain::print,
                                drain::done));
                RealCluster.await(
                        "the budget's words",
                        SOON,
                        () -> drain.text()
                                .contains("Cannot evict pod as it would violate the pod's disruption budget."));
                cluster.delete(ResourceId.of(Kinds.POD_DISRUPTION_BUDGET, OWN, "live-acts"), Deletion.DEFAULT);

                assertThat(drain.code().orTimeout(60, TimeUnit.SECONDS).join()).isZero();
            } finally {
                thread.close();
            }
            assertThat(drain.text()).contains("evicting pod live-acts/", " evicted\n", "node/" + NODE + " drained");
            assertThat(running(cluster)).isZero();
        }
    }

    @Test
    void aPodMadeSinceUnderTheSameNameIsNotEvicted() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(controller(1));
            RealCluster.await("a Pod runs", SOON, () -> running(cluster) == 1);
            HasMetadata pod = cluster.list(Query.in(Kinds.POD, OWN)).getFirst();

            assertThatThrownBy(() -> cluster.create(new EvictionBuilder()
                            .withNewMetadata()
                            .withNamespace(OWN)
                            .withName(pod.getMetadata().getName())
                            .endMetadata()
                            .withDeleteOptions(new DeleteOptionsBuilder()
                                    .withNewPreconditions()
                                    .withUid("of-another")
                                    .endPreconditions()
                                    .build())
                            .build()))
                    .isInstanceOfSatisfying(
                            ClusterException.class,
                            refused -> assertThat(refused.code()).isEqualTo(409));
        }
    }

    @Test
    void theViewersRightsAreKnownDownToTheSubresource() throws Exception {
        try (LiveCluster viewer = RealCluster.connect("viewer");
                LiveCluster admin = RealCluster.connect("admin")) {
            Right scale = new Right("patch", Kinds.DEPLOYMENT, "scale", "default");

            assertThat(viewer.rights().may(scale).allowed()).isFalse();
            assertThat(viewer.rights()
                            .may(new Right("list", Kinds.POD, "", "default"))
                            .allowed())
                    .isTrue();
            assertThat(admin.rights().may(scale).allowed()).isTrue();
        }
    }

    private static void run(LiveCluster cluster, String line) {
        Printed printed = new Printed();
        new Kubectl(cluster, OWN, _ -> Map.of())
                .run(List.of(line.split(" ")), printed::print, printed::print, printed::done);
        assertThat(printed.code().join()).as(printed.text()).isZero();
    }

    private static Kubectl kubectl(Cluster cluster, OwnThread thread) {
        return new Kubectl(cluster, OWN, _ -> Map.of(), Locale.ROOT).timedBy(thread::after);
    }

    /// What a command printed, and its exit code.
    private static final class Printed implements ConsoleOutput {

        private final StringBuffer text = new StringBuffer();
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public void print(String printed) {
            text.append(printed);
        }

        @Override
        public void printError(String printed) {
            text.append(printed);
        }

        @Override
        public void done(int exitCode) {
            code.complete(exitCode);
        }

        String text() {
            return text.toString();
        }

        CompletableFuture<Integer> code() {
            return code;
        }
    }

    private static long running(LiveCluster cluster) {
        return cluster.list(Query.in(Kinds.POD, OWN).withFields("status.phase=Running")).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .count();
    }

    private static GenericKubernetesResource budget() {
        GenericKubernetesResource budget = new GenericKubernetesResource();
        budget.setApiVersion("policy/v1beta1");
        budget.setKind("PodDisruptionBudget");
        budget.setMetadata(
                new ObjectMetaBuilder().withNamespace(OWN).withName("live-acts").build());
        budget.setAdditionalProperty(
                "spec", Map.of("minAvailable", 2, "selector", Map.of("matchLabels", Map.of("app", "live-acts"))));
        return budget;
    }

    private static ConfigMap configMap(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(OWN)
                .endMetadata()
                .addToData("a", "b")
                .build();
    }

    private static ReplicationController controller(int replicas) {
        return new ReplicationControllerBuilder()
                .withNewMetadata()
                .withName("live-acts")
                .withNamespace(OWN)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .addToSelector("app", "live-acts")
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "live-acts")
                .endMetadata()
                .withNewSpec()
                .addToNodeSelector("kubernetes.io/hostname", NODE)
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}

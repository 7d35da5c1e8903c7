package drydock.sim.controller.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Workbench;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeploymentControllerTest {

    private final Workbench bench = new Workbench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("rule 27: what a Deployment does not say")
    void aDeploymentThatSaysLittleGetsTheDefaults() {
        Deployment made = (Deployment) bench.api().create(deployment(spec -> spec.withReplicas(null)));

        assertThat(made.getSpec().getReplicas()).isEqualTo(1);
        assertThat(made.getSpec().getStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(made.getSpec().getStrategy().getRollingUpdate().getMaxSurge())
                .isEqualTo(new IntOrString("25%"));
        assertThat(made.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
                .isEqualTo(new IntOrString("25%"));
        assertThat(made.getSpec().getRevisionHistoryLimit()).isEqualTo(10);
        assertThat(made.getSpec().getProgressDeadlineSeconds()).isEqualTo(600);
    }

    @Test
    @DisplayName("rule 79: the ReplicaSet is called deployment-hash, and the hash is the template's")
    void theReplicaSetIsNamedAfterItsTemplate() {
        create(spec -> spec.withReplicas(2));

        ReplicaSet set = bench.sets().getFirst();
        String hash = set.getMetadata().getLabels().get("pod-template-hash");
        assertThat(set.getMetadata().getName()).isEqualTo("web-" + hash);
        assertThat(hash).matches("[bcdfghjklmnpqrstvwxz2456789]{1,10}");
        assertThat(set.getSpec().getSelector().getMatchLabels()).containsEntry("pod-template-hash", hash);
        assertThat(bench.pods())
                .hasSize(2)
                .allMatch(pod -> hash.equals(pod.getMetadata().getLabels().get("pod-template-hash")));
        assertThat(set.getMetadata().getAnnotations())
                .containsEntry("deployment.kubernetes.io/revision", "1")
                .containsEntry("deployment.kubernetes.io/desired-replicas", "2")
                .containsEntry("deployment.kubernetes.io/max-replicas", "3");
    }

    @Test
    @DisplayName("rule 79: another's ReplicaSet of that name makes the next hash another")
    void aNameThatIsTakenCountsAsACollision() {
        create(spec -> spec.withReplicas(1));
        String taken = bench.sets().getFirst().getMetadata().getName();
        bench.api().delete(ResourceId.of(bench.deployment()), Deletion.DEFAULT);
        bench.settle();
        bench.api()
                .create(new ReplicaSetBuilder()
                        .withNewMetadata()
                        .withName(taken)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(0)
                        .withNewSelector()
                        .addToMatchLabels("app", "other")
                        .endSelector()
                        .withTemplate(new PodTemplateSpecBuilder(Workbench.template("nginx:1"))
                                .editMetadata()
                                .withLabels(Map.of("app", "other"))
                                .endMetadata()
                                .build())
                        .endSpec()
                        .build());

        create(spec -> spec.withReplicas(1));

        assertThat(bench.deployment().getStatus().getCollisionCount()).isEqualTo(1);
        assertThat(bench.sets()).hasSize(2);
    }

    @Test
    @DisplayName("rule 81, 82, 83: up by what may be above, then down by what may be missing, and so on")
    void aRollingUpdateChangesAFewAtATime() {
        create(spec -> spec.withReplicas(4));
        bench.readyAll();
        bench.settle();

        change(spec -> spec.withTemplate(Workbench.template("nginx:2")));
        bench.settle();

        assertThat(bench.events("Deployment"))
                .containsExactlyInAnyOrder(
                        scaled("up", 0, 4, oldest()),
                        scaled("up", 0, 1, newest()),
                        scaled("down", 4, 3, oldest()),
                        scaled("up", 1, 2, newest()));
        assertThat(size(newest())).isEqualTo(2);
        assertThat(size(oldest())).isEqualTo(3);

        rollOut();
        assertThat(size(newest())).isEqualTo(4);
        assertThat(size(oldest())).isZero();
        assertThat(bench.pods()).hasSize(4);
    }

    @Test
    @DisplayName("rule 83: Pods that do not serve go first")
    void oldPodsThatAreNotReadyGoFirst() {
        create(spec -> spec.withReplicas(4).withTemplate(Workbench.template("broken:1")));
        assertThat(bench.pods()).hasSize(4);

        change(spec -> spec.withTemplate(Workbench.template("nginx:2")));
        bench.settle();

        // none of the old ones serves: all may go but those that the new ones' absence needs (5 - 3 - 1)
        assertThat(size(oldest())).isLessThanOrEqualTo(3);
        rollOut();
        assertThat(size(newest())).isEqualTo(4);
        assertThat(bench.pods()).hasSize(4).allMatch(DeploymentControllerTest::isNew);
    }

    @Test
    @DisplayName("rule 84, 85: a rollout is complete when all are updated, available and no others are left")
    void aCompleteRolloutSaysThatTheNewReplicaSetIsAvailable() {
        create(spec -> spec.withReplicas(2));
        assertThat(condition("Progressing")).isEqualTo("True ReplicaSetUpdated");

        bench.readyAll();
        bench.settle();

        assertThat(condition("Progressing")).isEqualTo("True NewReplicaSetAvailable");
        assertThat(message("Progressing"))
                .isEqualTo("ReplicaSet \"" + name(newest()) + "\" has successfully progressed.");
        assertThat(bench.deployment().getStatus().getObservedGeneration()).isEqualTo(1);
        assertThat(bench.deployment().getMetadata().getAnnotations())
                .containsEntry("deployment.kubernetes.io/revision", "1");
    }

    @Test
    @DisplayName("rule 85: a rollout that stands still past its deadline is told, and not taken back")
    void aRolloutThatStandsStillIsToldAndNotTakenBack() {
        create(spec -> spec.withReplicas(2).withProgressDeadlineSeconds(60));
        bench.readyAll();
        bench.settle();
        change(spec -> spec.withTemplate(Workbench.template("broken:2")));

        bench.pass(Duration.ofSeconds(59));
        assertThat(condition("Progressing")).isEqualTo("True ReplicaSetUpdated");
        bench.pass(Duration.ofSeconds(5));

        assertThat(condition("Progressing")).isEqualTo("False ProgressDeadlineExceeded");
        assertThat(message("Progressing"))
                .isEqualTo("ReplicaSet \"" + name(newest()) + "\" has timed out progressing.");
        assertThat(size(newest())).isEqualTo(1);
        assertThat(size(oldest())).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 85: a rollout that was done once is not told to stand still, nor looked at for that")
    void whatBecomesOfPodsLaterIsNoRolloutThatStandsStill() {
        create(spec -> spec.withReplicas(2).withProgressDeadlineSeconds(60));
        bench.readyAll();
        bench.settle();

        bench.pods().forEach(pod -> bench.status(pod, "Running", false));
        bench.pass(Duration.ofMinutes(2));

        assertThat(condition("Progressing")).isEqualTo("True NewReplicaSetAvailable");
        assertThat(condition("Available")).isEqualTo("False MinimumReplicasUnavailable");
        assertThat(bench.engine().nextNanos().orElse(Long.MAX_VALUE))
                .isGreaterThan(
                        bench.engine().nowNanos() + Duration.ofMinutes(10).toNanos());
    }

    @Test
    @DisplayName("rule 86: available from as many as wanted but the maxUnavailable")
    void itIsAvailableAsSoonAsEnoughAre() {
        create(spec -> spec.withReplicas(4));
        assertThat(condition("Available")).isEqualTo("False MinimumReplicasUnavailable");

        bench.pods().subList(0, 2).forEach(pod -> bench.ready(pod, "node-1"));
        bench.settle();
        assertThat(condition("Available")).isEqualTo("False MinimumReplicasUnavailable");

        bench.ready(bench.pods().get(2), "node-1");
        bench.settle();
        assertThat(condition("Available")).isEqualTo("True MinimumReplicasAvailable");
    }

    @Test
    @DisplayName("rule 87: Recreate waits until the old Pods are gone")
    void recreateStartsTheNewWhenTheLastOldIsGone() {
        create(spec ->
                spec.withReplicas(2).withNewStrategy().withType("Recreate").endStrategy());
        bench.readyAll();
        bench.settle();
        List<Pod> old = bench.pods();

        change(spec -> spec.withTemplate(Workbench.template("nginx:2")));
        bench.settle();
        assertThat(bench.sets()).hasSize(1);
        assertThat(bench.pods()).hasSize(2).allMatch(pod -> pod.getMetadata().getDeletionTimestamp() != null);

        end(old.getFirst());
        bench.settle();
        assertThat(bench.pods()).hasSize(1);

        end(old.getLast());
        bench.settle();
        assertThat(bench.pods()).hasSize(2).allMatch(DeploymentControllerTest::isNew);
    }

    @Test
    @DisplayName("rule 88: another size during a rollout is shared in proportion, the rest goes to the largest")
    void scalingDuringARolloutIsProportional() {
        create(spec -> spec.withReplicas(10)
                .editStrategy()
                .editOrNewRollingUpdate()
                .withMaxSurge(new IntOrString(3))
                .withMaxUnavailable(new IntOrString(2))
                .endRollingUpdate()
                .endStrategy());
        bench.readyAll();
        bench.settle();
        change(spec -> spec.withTemplate(Workbench.template("broken:2")));
        bench.settle();
        assertThat(size(oldest())).isEqualTo(8);
        assertThat(size(newest())).isEqualTo(5);

        change(spec -> spec.withReplicas(15));
        bench.settle();

        // 18 in all: 8 and 5 of 13 become 11 and 7
        assertThat(size(oldest())).isEqualTo(11);
        assertThat(size(newest())).isEqualTo(7);
    }

    @Test
    @DisplayName("rule 89: history is cleaned up after completion, and only ReplicaSets that are empty")
    void oldRevisionsGoWhenTheRolloutIsComplete() {
        create(spec -> spec.withReplicas(1).withRevisionHistoryLimit(1));
        bench.readyAll();
        bench.settle();
        change(spec -> spec.withTemplate(Workbench.template("nginx:2")));
        rollOut();
        change(spec -> spec.withTemplate(Workbench.template("nginx:3")));
        bench.settle();
        assertThat(bench.sets()).hasSize(3);

        rollOut();

        assertThat(bench.sets()).extracting(set -> Annotations.revision(set)).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void aPausedDeploymentTakesNoNewTemplateButAnotherSize() {
        create(spec -> spec.withReplicas(2));
        bench.readyAll();
        bench.settle();

        change(spec -> spec.withPaused(true).withTemplate(Workbench.template("nginx:2")));
        bench.settle();
        assertThat(bench.sets()).hasSize(1);
        assertThat(condition("Progressing")).isEqualTo("Unknown DeploymentPaused");

        change(spec -> spec.withReplicas(3));
        bench.settle();
        assertThat(bench.pods()).hasSize(3);

        change(spec -> spec.withPaused(false));
        rollOut();
        assertThat(bench.pods()).hasSize(3).allMatch(DeploymentControllerTest::isNew);
    }

    @Test
    void aDeploymentThatIsPausedFromTheStartHasNoReplicaSetUntilItGoesOn() {
        create(spec -> spec.withReplicas(2).withPaused(true));
        bench.settle();

        assertThat(bench.sets()).isEmpty();
        assertThat(condition("Progressing")).isEqualTo("Unknown DeploymentPaused");
        assertThat(condition("Available")).isEqualTo("False MinimumReplicasUnavailable");

        change(spec -> spec.withPaused(false));
        bench.settle();
        assertThat(bench.pods()).hasSize(2);
    }

    @Test
    void theRevisionAndTheFirstWordOfProgressAreOneWrite() {
        List<Deployment> seen = new ArrayList<>();
        bench.api().watch(Query.in(Kinds.DEPLOYMENT, "default"), event -> {
            if (event instanceof ClusterEvent.Modified(Deployment now)) {
                seen.add(now);
            }
        });

        create(spec -> spec.withReplicas(1));

        assertThat(seen)
                .filteredOn(d -> Annotations.revision(d) == 1)
                .first()
                .satisfies(d -> assertThat(d.getStatus().getConditions())
                        .extracting(c -> c.getReason())
                        .containsExactly("NewReplicaSetCreated"));
    }

    /// A ReplicaSet that was scaled down just now has more available Pods than it is to have.
    @Test
    void nothingMoreIsTakenFromOldReplicaSetsUntilTheirStatusFollows() {
        create(spec -> spec.withReplicas(4));
        bench.readyAll();
        bench.settle();
        ReplicaSet old = bench.sets().getFirst();
        Wish wish = new Wish(bench.deployment());
        ReplicaSet behind =
                new ReplicaSetBuilder(old).editSpec().withReplicas(2).endSpec().build();
        ReplicaSet done = new ReplicaSetBuilder(old)
                .editMetadata()
                .withName("web-new")
                .endMetadata()
                .build();

        boolean stepped = new RollingUpdate(new Writer(bench.api()))
                .step(wish, new Generations(Optional.of(done), List.of(behind)));

        assertThat(stepped).isFalse();
        assertThat(bench.sets().getFirst().getSpec().getReplicas()).isEqualTo(4);
    }

    @Test
    void goingBackGivesTheOldReplicaSetTheNextRevisionAndItRemembersItsFirst() {
        create(spec -> spec.withReplicas(1));
        bench.readyAll();
        bench.settle();
        change(spec -> spec.withTemplate(Workbench.template("nginx:2")));
        rollOut();

        change(spec -> spec.withTemplate(Workbench.template("nginx:1")));
        rollOut();

        assertThat(bench.sets()).hasSize(2);
        assertThat(oldest().getMetadata().getAnnotations())
                .containsEntry("deployment.kubernetes.io/revision", "3")
                .containsEntry("deployment.kubernetes.io/revision-history", "1");
        assertThat(bench.deployment().getMetadata().getAnnotations())
                .containsEntry("deployment.kubernetes.io/revision", "3");
    }

    @Test
    void aReplicaSetThatMatchesIsAdoptedAndOneThatMatchesNoMoreLetGo() {
        create(spec -> spec.withReplicas(1));
        ReplicaSet set = bench.sets().getFirst();

        bench.api()
                .replace(new ReplicaSetBuilder(set)
                        .editMetadata()
                        .withResourceVersion(null)
                        .withOwnerReferences()
                        .endMetadata()
                        .build());
        bench.settle();

        assertThat(bench.sets())
                .singleElement()
                .satisfies(same -> assertThat(same.getMetadata().getOwnerReferences())
                        .singleElement()
                        .satisfies(owner -> assertThat(owner.getName()).isEqualTo("web")));
    }

    @Test
    void whatKeepsAReplicaSetFromMakingPodsIsTheDeploymentsTroubleToo() {
        bench.refuse(object -> object instanceof Pod);
        create(spec -> spec.withReplicas(1));

        assertThat(condition("ReplicaFailure")).isEqualTo("True FailedCreate");

        bench.refuse(_ -> false);
        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.deployment().getStatus().getConditions())
                .noneMatch(c -> c.getType().equals("ReplicaFailure"));
    }

    private void create(UnaryOperator<DeploymentSpecBuilder> with) {
        bench.api().create(deployment(with));
        bench.settle();
    }

    private static Deployment deployment(UnaryOperator<DeploymentSpecBuilder> with) {
        DeploymentSpecBuilder spec = new DeploymentSpecBuilder()
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .endStrategy()
                .withTemplate(Workbench.template("nginx:1"));
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withSpec(with.apply(spec).build())
                .build();
    }

    private void change(UnaryOperator<DeploymentSpecBuilder> with) {
        // a second later, so that the next ReplicaSet is the newer one
        bench.pass(Duration.ofSeconds(1));
        Deployment now = bench.deployment();
        bench.api()
                .replace(new DeploymentBuilder(now)
                        .withSpec(with.apply(new DeploymentSpecBuilder(now.getSpec()))
                                .build())
                        .build());
    }

    /// New Pods become ready and old ones end until nothing changes any more.
    private void rollOut() {
        for (int i = 0; i < 20; i++) {
            bench.settle();
            bench.readyAll();
            bench.pods().stream()
                    .filter(pod -> pod.getMetadata().getDeletionTimestamp() != null)
                    .forEach(this::end);
        }
        bench.settle();
    }

    private void end(Pod pod) {
        bench.api().delete(ResourceId.of(pod), Deletion.DEFAULT.withGraceSeconds(0));
    }

    private ReplicaSet newest() {
        return bench.sets().stream()
                .max(Comparator.comparing(set -> set.getMetadata().getCreationTimestamp()))
                .orElseThrow();
    }

    private ReplicaSet oldest() {
        return bench.sets().stream()
                .min(Comparator.comparing(set -> set.getMetadata().getCreationTimestamp()))
                .orElseThrow();
    }

    private static boolean isNew(Pod pod) {
        return pod.getSpec().getContainers().getFirst().getImage().equals("nginx:2");
    }

    private String condition(String type) {
        return find(type).getStatus() + " " + find(type).getReason();
    }

    private String message(String type) {
        return find(type).getMessage();
    }

    private DeploymentCondition find(String type) {
        return bench.deployment().getStatus().getConditions().stream()
                .filter(c -> c.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static int size(ReplicaSet set) {
        return set.getSpec().getReplicas();
    }

    private static String name(ReplicaSet set) {
        return set.getMetadata().getName();
    }

    private static String scaled(String way, int from, int to, ReplicaSet set) {
        return "ScalingReplicaSet: Scaled " + way + " replica set " + name(set) + " from " + from + " to " + to;
    }
}

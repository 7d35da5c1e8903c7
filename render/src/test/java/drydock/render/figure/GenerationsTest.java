package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.Position;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenerationsTest {

    private final SceneBuilder builder = new SceneBuilder(Locale.ENGLISH, (text, style) -> 6.0 * text.length());

    private static OwnerReference owner(String kind, String name) {
        return new OwnerReferenceBuilder()
                .withApiVersion("apps/v1")
                .withKind(kind)
                .withName(name)
                .withController(true)
                .build();
    }

    private static Deployment deployment(int updated, int now, boolean paused, String reason) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withReplicas(4)
                .withPaused(paused)
                .endSpec()
                .withNewStatus()
                .withReplicas(now)
                .withUpdatedReplicas(updated)
                .addNewCondition()
                .withType("Progressing")
                .withStatus(reason.isEmpty() ? "True" : "False")
                .withReason(reason)
                .endCondition()
                .endStatus()
                .build();
    }

    private static ReplicaSet set(String name, int revision, int replicas) {
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .addToAnnotations("deployment.kubernetes.io/revision", String.valueOf(revision))
                .addToOwnerReferences(owner("Deployment", "web"))
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .withNewStatus()
                .withReplicas(replicas)
                .withReadyReplicas(replicas)
                .endStatus()
                .build();
    }

    private static Pod pod(String name, String set) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .addToOwnerReferences(owner("ReplicaSet", set))
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .endSpec()
                .build();
    }

    private Scene scene(HasMetadata... observed) {
        return builder.build(Picture.of(List.of(), Diagram.EMPTY)
                .watching(List.of(observed), Samples.NOW)
                .seenAs(View.NODES));
    }

    private static Figure figure(Scene scene, drydock.model.resource.ResourceKind kind, String name) {
        return scene.find(new FigureId.Of(ResourceId.of(kind, "default", name))).orElseThrow();
    }

    private static List<String> texts(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    @Test
    void theNewestReplicaSetHangsBelowItsDeploymentAndTheOlderOneBelowIt() {
        Scene scene = scene(deployment(1, 4, false, ""), set("web-old", 1, 3), set("web-new", 2, 1));

        Figure deployment = figure(scene, Kinds.DEPLOYMENT, "web");
        Figure newest = figure(scene, Kinds.REPLICA_SET, "web-new");
        Figure older = figure(scene, Kinds.REPLICA_SET, "web-old");
        assertThat(newest.bounds().x()).isEqualTo(deployment.bounds().x());
        assertThat(newest.bounds().y()).isEqualTo(deployment.bounds().bottom() + 4);
        assertThat(older.bounds().y()).isEqualTo(newest.bounds().bottom() + 4);
        assertThat(scene.figures()).noneMatch(figure -> figure.id() instanceof FigureId.Edge);
    }

    @Test
    void podsAreToldApartOnlyWhileTwoGenerationsChangePlaces() {
        Scene changing = scene(
                deployment(1, 4, false, ""),
                set("web-old", 1, 3),
                set("web-new", 2, 1),
                pod("a", "web-old"),
                pod("b", "web-new"));
        assertThat(figure(changing, Kinds.POD, "a").cell().orElseThrow().side()).isEqualTo(Cell.Side.OLD);
        assertThat(figure(changing, Kinds.POD, "b").cell().orElseThrow().side()).isEqualTo(Cell.Side.NEW);
        assertThat(texts(figure(changing, Kinds.POD, "b"))).contains("2");

        Scene done =
                scene(deployment(4, 4, false, ""), set("web-old", 1, 0), set("web-new", 2, 4), pod("b", "web-new"));
        assertThat(figure(done, Kinds.POD, "b").cell().orElseThrow().side()).isEqualTo(Cell.Side.NONE);
        assertThat(figure(done, Kinds.REPLICA_SET, "web-old").bounds().height()).isEqualTo(24);
    }

    @Test
    void aDeploymentSaysWhetherItsRolloutGoesOnIsPausedOrStuck() {
        assertThat(texts(figure(scene(deployment(1, 5, false, "")), Kinds.DEPLOYMENT, "web")))
                .contains("1 of 4 new · 4 old");
        assertThat(texts(figure(scene(deployment(1, 5, true, "")), Kinds.DEPLOYMENT, "web")))
                .contains("Paused · 1 of 4 new");
        assertThat(texts(figure(scene(deployment(1, 5, false, "ProgressDeadlineExceeded")), Kinds.DEPLOYMENT, "web")))
                .contains("Stuck · 1 of 4 new");
    }

    @Test
    void whereSomethingStandsBelowADeploymentItsReplicaSetGoesNearByAndALineSaysWhoseItIs() {
        HasMetadata below = Samples.service("below");
        Deployment web = deployment(4, 4, false, "");
        Picture picture = Picture.of(List.of(web, below), Diagram.EMPTY)
                .watching(List.of(web, set("web-new", 1, 4)), Samples.NOW);
        Scene free = builder.build(picture);
        Figure card = figure(free, Kinds.DEPLOYMENT, "web");
        var at = card.bounds();

        Scene scene = builder.build(picture.drawn(Diagram.EMPTY.withPositions(Map.of(
                ResourceId.of(Kinds.DEPLOYMENT, "default", "web"),
                new Position(at.x(), at.y()),
                ResourceId.of(below),
                new Position(at.x(), at.bottom() + 16)))));

        Figure set = figure(scene, Kinds.REPLICA_SET, "web-new");
        assertThat(scene.figures().stream().filter(figure -> figure.layer() == Figure.Layer.CARD))
                .filteredOn(figure -> !figure.equals(set))
                .noneMatch(figure -> figure.bounds().intersects(set.bounds()));
        assertThat(scene.figures())
                .anyMatch(figure -> figure.id() instanceof FigureId.Edge(var kind, var _, var to)
                        && kind.equals("owns")
                        && to.name().equals("web-new"));
    }

    @Test
    void podsOfADaemonSetAreToldApartWhileItsTemplatesChangePlaces() {
        DaemonSet set = new DaemonSetBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("agent")
                .withGeneration(2L)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withDesiredNumberScheduled(2)
                .withUpdatedNumberScheduled(1)
                .endStatus()
                .build();
        DaemonSet done = new DaemonSetBuilder(set)
                .editStatus()
                .withUpdatedNumberScheduled(2)
                .endStatus()
                .build();

        Scene changing = scene(set, daemon("old", "1"), daemon("new", "2"));

        assertThat(figure(changing, Kinds.POD, "old").cell().orElseThrow().side())
                .isEqualTo(Cell.Side.OLD);
        assertThat(figure(changing, Kinds.POD, "new").cell().orElseThrow().side())
                .isEqualTo(Cell.Side.NEW);
        assertThat(figure(scene(done, daemon("old", "1")), Kinds.POD, "old")
                        .cell()
                        .orElseThrow()
                        .side())
                .isEqualTo(Cell.Side.NONE);
    }

    private static Pod daemon(String name, String generation) {
        return new PodBuilder(pod(name, "agent"))
                .editMetadata()
                .addToLabels("pod-template-generation", generation)
                .withOwnerReferences(owner("DaemonSet", "agent"))
                .endMetadata()
                .build();
    }
}

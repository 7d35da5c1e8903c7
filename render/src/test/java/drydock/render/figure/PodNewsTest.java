package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PodNewsTest {

    private final SceneBuilder builder = new SceneBuilder(Locale.ENGLISH, (text, style) -> 5.0 * text.length());

    private static Pod pod(String name, ContainerStatus status) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .addNewContainer()
                .withName("web")
                .withImage("nginx:1.25")
                .withNewReadinessProbe()
                .endReadinessProbe()
                .withNewLivenessProbe()
                .endLivenessProbe()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .addToContainerStatuses(status)
                .endStatus()
                .build();
    }

    private static ContainerStatus waiting(String reason) {
        return new ContainerStatusBuilder()
                .withName("web")
                .withRestartCount(0)
                .withNewState()
                .withNewWaiting()
                .withReason(reason)
                .endWaiting()
                .endState()
                .build();
    }

    private static ContainerStatus running(boolean ready) {
        return new ContainerStatusBuilder()
                .withName("web")
                .withRestartCount(2)
                .withStarted(true)
                .withReady(ready)
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .build();
    }

    private static Event event(String reason, String message, long secondsAgo) {
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(reason + secondsAgo)
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Pod")
                .withNamespace("default")
                .withName("p")
                .withFieldPath("spec.containers{web}")
                .endInvolvedObject()
                .withReason(reason)
                .withMessage(message)
                .withLastTimestamp(Samples.NOW.minusSeconds(secondsAgo).toString())
                .build();
    }

    private Figure figure(HasMetadata... observed) {
        return builder.build(Picture.of(List.of(), Diagram.EMPTY).watching(List.of(observed), Samples.NOW))
                .find(new FigureId.Of(ResourceId.of(Kinds.POD, "default", "p")))
                .orElseThrow();
    }

    private static List<String> texts(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    @Test
    void anEphemeralContainerIsDrawnDashedAndCalledThat() {
        Pod pod = new PodBuilder(pod("p", running(true)))
                .editSpec()
                .addNewEphemeralContainer()
                .withName("debugger-abc")
                .withImage("busybox")
                .endEphemeralContainer()
                .endSpec()
                .editStatus()
                .withPhase("Running")
                .addToEphemeralContainerStatuses(new ContainerStatusBuilder(running(false))
                        .withName("debugger-abc")
                        .build())
                .endStatus()
                .build();

        Figure figure = figure(pod);

        assertThat(texts(figure)).containsSubsequence("web", "ephemeral", "debugger-abc");
        assertThat(figure.regions()).anyMatch(region -> region.path().equals("spec.ephemeralContainers[0]"));
        assertThat(figure.marks())
                .anyMatch(mark -> mark instanceof Mark.Box box && box.line().dash() == Mark.Dash.DASHED);
    }

    @Test
    void anImageThatIsPulledIsSaidUntilItHasBeenPulled() {
        Pod pod = pod("p", waiting("ContainerCreating"));
        Event begun = event("Pulling", "Pulling image \"nginx:1.25\"", 3);

        assertThat(texts(figure(pod, begun))).contains("Pulling image", "pulling 3 s");

        Event done = event("Pulled", "Successfully pulled image \"nginx:1.25\"", 1);
        assertThat(texts(figure(pod, begun, done)))
                .contains("ContainerCreating")
                .doesNotContain("pulling 3 s");
    }

    @Test
    void anImageThatCannotBeHadCountsDownToTheNextTry() {
        Pod pod = pod("p", waiting("ImagePullBackOff"));
        Event twice = new EventBuilder(event("Failed", "Failed to pull image \"nginx:none\": not found", 5))
                .withCount(2)
                .build();
        Event again = event("Pulling", "Pulling image \"nginx:none\"", 1);

        assertThat(texts(figure(pod, twice))).contains("ImagePullBackOff", "again in 15 s");
        assertThat(texts(figure(pod, twice, again))).doesNotContain("again in 15 s");
        assertThat(BackOff.ofPull(9, Samples.NOW, Samples.NOW).whole().toSeconds())
                .isEqualTo(300);
    }

    @Test
    void probesAreToldApartByWhatBecameOfThem() {
        Pod pod = pod("p", running(false));
        List<String> waits = shapes(figure(pod));
        List<String> fails = shapes(figure(pod, event("Unhealthy", "Readiness probe failed: HTTP 404", 2)));
        List<String> passes = shapes(figure(pod("p", running(true))));

        assertThat(Stream.of(waits, fails, passes).distinct()).hasSize(3);
    }

    @Test
    void aLivenessProbeThatFailedLongAgoPassesAgain() {
        Pod pod = pod("p", running(true));

        assertThat(shapes(figure(pod, event("Unhealthy", "Liveness probe failed: timeout", 60))))
                .isEqualTo(shapes(figure(pod)));
        assertThat(shapes(figure(pod, event("Unhealthy", "Liveness probe failed: timeout", 2))))
                .isNotEqualTo(shapes(figure(pod)));
    }

    @Test
    void restartsAreCounted() {
        assertThat(texts(figure(pod("p", running(true))))).contains("2");
    }

    @Test
    void thePauseContainerIsHollowUntilThePodHasItsAddress() {
        Pod before = pod("p", waiting("ContainerCreating"));
        Pod after = new PodBuilder(before)
                .editStatus()
                .withPodIP("10.244.1.3")
                .endStatus()
                .build();

        assertThat(shapes(figure(after))).isNotEqualTo(shapes(figure(before)));
    }

    @Test
    void fromAfarThePhasesDifferInShape() {
        List<Cell.Sign> signs = Stream.of("Pending", "Running", "Succeeded", "Failed", "Unknown")
                .map(phase -> new PodBuilder()
                        .withNewMetadata()
                        .withNamespace("default")
                        .withName("p")
                        .endMetadata()
                        .withNewSpec()
                        .withNodeName(phase.equals("Pending") ? null : "node-1")
                        .endSpec()
                        .withNewStatus()
                        .withPhase(phase)
                        .endStatus()
                        .build())
                .map(pod -> figure(pod).cell().orElseThrow().sign())
                .toList();

        assertThat(signs).doesNotHaveDuplicates();
    }

    @Test
    void aLineLeadsFromAPodThatWasEvictedToTheOneMadeInItsPlace() {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(Samples.node("node-1", "True"));
        objects.add(Samples.controller("rc", 1, 1, 1));
        objects.add(grown("gone", 30, true));
        objects.add(grown("elder", 60, false));
        objects.add(grown("heir", 20, false));

        var scene = builder.build(Picture.of(List.of(), Diagram.EMPTY)
                .watching(objects, Samples.NOW)
                .seenAs(View.NODES));

        assertThat(scene.figures().stream().map(Figure::id))
                .contains(new FigureId.Edge("replaced", id("gone"), id("heir")))
                .doesNotContain(new FigureId.Edge("replaced", id("gone"), id("elder")));
    }

    private static ResourceId id(String name) {
        return ResourceId.of(Kinds.POD, "default", name);
    }

    private static Pod grown(String name, long secondsAgo, boolean evicted) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withCreationTimestamp(Samples.NOW.minusSeconds(secondsAgo).toString())
                .addToOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("v1")
                        .withKind("ReplicationController")
                        .withName("rc")
                        .withController(true)
                        .build())
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .endSpec()
                .withNewStatus()
                .endStatus()
                .build();
        return !evicted
                ? pod
                : new PodBuilder(pod)
                        .editStatus()
                        .addNewCondition()
                        .withType("DisruptionTarget")
                        .withStatus("True")
                        .withReason("EvictionByEvictionAPI")
                        .withLastTransitionTime(Samples.NOW.minusSeconds(25).toString())
                        .endCondition()
                        .endStatus()
                        .build();
    }

    /// All marks but texts.
    private static List<String> shapes(Figure figure) {
        return figure.marks().stream()
                .filter(mark -> !(mark instanceof Mark.Label))
                .map(Object::toString)
                .toList();
    }
}

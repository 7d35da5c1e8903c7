package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.Position;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SceneBuilderTest {

    private static final TextMeasure FIXED = (text, style) -> 6.0 * text.length();
    private static final ResourceId RC = id(Kinds.REPLICATION_CONTROLLER, "oldboyedu-nginx");
    private static final ResourceId SERVICE = id(Kinds.SERVICE, "oldboyedu-nginx-svc");

    private final SceneBuilder builder = new SceneBuilder(Locale.ENGLISH, FIXED);

    private static ResourceId id(drydock.model.resource.ResourceKind kind, String name) {
        return ResourceId.of(kind, "default", name);
    }

    private static List<HasMetadata> project(String name) {
        try (Stream<Path> files = Files.list(Path.of("../sample-projects", name))) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(f -> ManifestFile.parse(f.toString(), read(f)).documents().stream())
                    .map(ManifestDocument::object)
                    .flatMap(o -> o.stream())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Picture running() {
        return Picture.of(project("first-service"), Diagram.EMPTY).watching(Samples.cluster(), Samples.NOW);
    }

    private static Figure figure(Scene scene, ResourceId id) {
        return scene.find(new FigureId.Of(id)).orElseThrow();
    }

    private static List<String> texts(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    private static List<Figure> cards(Scene scene) {
        return scene.figures().stream()
                .filter(f -> f.layer() == Figure.Layer.CARD)
                .toList();
    }

    private static void assertApart(List<Figure> figures) {
        for (int i = 0; i < figures.size(); i++) {
            for (int j = i + 1; j < figures.size(); j++) {
                assertThat(figures.get(i).bounds().intersects(figures.get(j).bounds()))
                        .as("%s and %s", figures.get(i).id(), figures.get(j).id())
                        .isFalse();
            }
        }
    }

    @Test
    void nothingIsAnEmptyScene() {
        Scene scene = builder.build(Picture.EMPTY);

        assertThat(scene.figures()).isEmpty();
        assertThat(scene.bounds()).isEqualTo(new Rect(0, 0, 0, 0));
    }

    @Test
    void theArticlesFilesAreDrawnWithoutOverlapInBothViewsAndLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (View view : View.values()) {
                Scene scene = new SceneBuilder(locale, FIXED)
                        .build(Picture.of(project("article"), Diagram.EMPTY).seenAs(view));

                assertThat(cards(scene)).hasSize(7);
                assertApart(cards(scene));
            }
        }
    }

    @Test
    void aServicePointsAtTheWorkloadWhoseTemplateItSelects() {
        Scene scene = builder.build(Picture.of(project("first-service"), Diagram.EMPTY));

        Figure edge = scene.find(new FigureId.Edge("selects", SERVICE, RC)).orElseThrow();
        assertThat(texts(edge)).containsExactly("app=oldboyedu-web · 4 Pods");
    }

    @Test
    void noLabelOfALineLiesOnACardOrOnAnotherLabelHoweverCloseTheyStand() {
        List<HasMetadata> objects = new ArrayList<>();
        Map<ResourceId, Position> places = new HashMap<>();
        for (int i = 0; i < 24; i++) {
            HasMetadata service = new ServiceBuilder(Samples.service("svc-" + i))
                    .editSpec()
                    .withSelector(Map.of("app", "app-" + i % 5))
                    .endSpec()
                    .build();
            HasMetadata controller = new ReplicationControllerBuilder(Samples.controller("rc-" + i, 1, 1, 1))
                    .editSpec()
                    .editTemplate()
                    .editOrNewMetadata()
                    .withLabels(Map.of("app", "app-" + i % 7))
                    .endMetadata()
                    .endTemplate()
                    .endSpec()
                    .build();
            objects.add(service);
            objects.add(controller);
            places.put(ResourceId.of(service), new Position(40 * (i % 3), 90 * i));
            places.put(ResourceId.of(controller), new Position(300 + 37 * (i % 11), 140 * i));
        }
        for (Map<ResourceId, Position> by : List.of(places, Map.<ResourceId, Position>of())) {
            Scene scene = builder.build(Picture.of(objects, Diagram.EMPTY.withPositions(by)));
            List<Rect> labels = scene.figures().stream()
                    .filter(figure -> figure.layer() == Figure.Layer.EDGE)
                    .flatMap(figure -> figure.marks().stream()
                            .filter(Mark.Backing.class::isInstance)
                            .map(mark -> ((Mark.Backing) mark)
                                    .rect()
                                    .moved(figure.bounds().x(), figure.bounds().y())))
                    .toList();

            assertThat(labels).isNotEmpty();
            for (int i = 0; i < labels.size(); i++) {
                Rect label = labels.get(i);
                assertThat(cards(scene)).noneMatch(card -> card.bounds().intersects(label));
                assertThat(labels.subList(i + 1, labels.size())).noneMatch(label::intersects);
            }
        }
    }

    @Test
    void aWorkloadKeepsItsSizeAndPlaceInEveryModeAndView() {
        Scene design = builder.build(Picture.of(project("first-service"), Diagram.EMPTY));
        Scene simulated = builder.build(running());
        Scene nodes = builder.build(running().seenAs(View.NODES));

        assertThat(figure(simulated, RC).bounds()).isEqualTo(figure(design, RC).bounds());
        assertThat(figure(nodes, RC).bounds()).isEqualTo(figure(design, RC).bounds());
        assertThat(texts(figure(simulated, RC))).contains("4 → 2 replicas");
    }

    @Test
    void everyPodIsShownInBothViewsUnderTheSameIdAndNothingOverlaps() {
        Scene design = builder.build(running());
        Scene nodes = builder.build(running().seenAs(View.NODES));

        Samples.cluster().stream().filter(Pod.class::isInstance).forEach(pod -> {
            assertThat(design.find(new FigureId.Of(ResourceId.of(pod)))).isPresent();
            assertThat(nodes.find(new FigureId.Of(ResourceId.of(pod)))).isPresent();
        });
        assertApart(cards(design));
        assertApart(cards(nodes));
    }

    @Test
    void podsStandInTheFrameOfTheirNode() {
        Scene scene = builder.build(running().seenAs(View.NODES));

        Figure pod = figure(scene, id(Kinds.POD, "two-nginx"));
        Figure node = figure(scene, ResourceId.of(Kinds.NODE, "", "10.0.0.102"));
        assertThat(pod.parent()).contains(node.id());
        assertThat(node.bounds().union(pod.bounds())).isEqualTo(node.bounds());
        assertThat(node.bounds().x()).isGreaterThan(figure(scene, RC).bounds().right());
    }

    @Test
    void aNodeThatMayNotBeReadIsKnownByThePodsOnIt() {
        List<HasMetadata> seen = Samples.cluster().stream()
                .filter(object -> !(object instanceof Node))
                .toList();

        Scene scene = builder.build(Picture.EMPTY.watching(seen, Instant.EPOCH).seenAs(View.NODES));

        Figure pod = figure(scene, id(Kinds.POD, "two-nginx"));
        Figure node = figure(scene, ResourceId.of(Kinds.NODE, "", "10.0.0.102"));
        assertThat(pod.parent()).contains(node.id());
        Rect waiting =
                scene.find(new FigureId.Named("unscheduled")).orElseThrow().bounds();
        assertThat(waiting.intersects(pod.bounds())).isFalse();
        assertThat(texts(node)).noneMatch(text -> text.contains("/0"));
    }

    @Test
    void aNodeThatTakesNoPodsAsUsualIsToldFromAfar() {
        Node ready = node("True");
        Node cordoned = new NodeBuilder(ready)
                .editOrNewSpec()
                .withUnschedulable(true)
                .endSpec()
                .build();
        Node written = new NodeBuilder(ready).withStatus(null).build();

        assertThat(sign(ready)).isEqualTo(Cell.Sign.NONE);
        assertThat(sign(cordoned)).isEqualTo(Cell.Sign.CLOSED);
        assertThat(sign(node("False"))).isEqualTo(Cell.Sign.CROSS);
        assertThat(sign(node("Unknown"))).isEqualTo(Cell.Sign.QUESTION);
        assertThat(sign(written)).isEqualTo(Cell.Sign.NONE);
    }

    @Test
    void aNodeThatIsOnlyWrittenIsNotSaidToBeNotReady() {
        Node written = new NodeBuilder(node("True")).withStatus(null).build();

        assertThat(texts(frame(written))).contains("n").doesNotContain("Not ready", "Ready");
        assertThat(texts(frame(node("False")))).contains("Not ready");
    }

    private static Node node(String ready) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("n")
                .endMetadata()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }

    private Cell.Sign sign(Node node) {
        return frame(node).cell().orElseThrow().sign();
    }

    private Figure frame(Node node) {
        Picture picture = Picture.of(List.of(node), Diagram.EMPTY).seenAs(View.NODES);
        return figure(builder.build(picture), ResourceId.of(Kinds.NODE, "", "n"));
    }

    @Test
    void podsWithoutANodeStandInAnAreaOfTheirOwnWithTheReason() {
        Scene scene = builder.build(running().seenAs(View.NODES));

        Rect area = scene.find(new FigureId.Named("unscheduled")).orElseThrow().bounds();
        Figure greedy = figure(scene, id(Kinds.POD, "greedy"));
        assertThat(area.union(greedy.bounds())).isEqualTo(area);
        assertThat(texts(greedy)).contains("0/3 nodes are available:", "3 Insufficient cpu");
    }

    @Test
    void endpointEdgesAreThoseThatTheClusterReports() {
        Scene scene = builder.build(running().seenAs(View.NODES));

        assertThat(scene.find(new FigureId.Edge("endpoint_ready", SERVICE, id(Kinds.POD, "oldboyedu-nginx-vn72f"))))
                .isPresent();
        assertThat(scene.find(new FigureId.Edge("endpoint_not_ready", SERVICE, id(Kinds.POD, "oldboyedu-nginx-4h2kd"))))
                .isPresent();
        assertThat(scene.figures())
                .filteredOn(f ->
                        f.id() instanceof FigureId.Edge edge && edge.relation().startsWith("endpoint"))
                .hasSize(3);
    }

    @Test
    void everyNodeHasTheDoorOfANodePort() {
        Scene scene = builder.build(running().seenAs(View.NODES));

        assertThat(scene.figures())
                .filteredOn(f ->
                        f.id() instanceof FigureId.Part part && part.object().equals(SERVICE))
                .hasSize(3)
                .allMatch(f -> texts(f).equals(List.of(":30000")));
    }

    @Test
    void whatIsPlacedByHandStandsThere() {
        Scene scene = builder.build(Picture.of(
                project("first-service"),
                Diagram.EMPTY.withPositions(Map.of(RC, new Position(13.5, 77), SERVICE, new Position(-900, 3)))));

        assertThat(figure(scene, RC).bounds().x()).isEqualTo(13.5);
        assertThat(figure(scene, SERVICE).bounds().x()).isEqualTo(-900);
    }

    @Test
    void aPodThatLeavesDoesNotMoveTheOthers() {
        Scene before = builder.build(running().seenAs(View.NODES));
        List<HasMetadata> without = new ArrayList<>(Samples.cluster());
        without.removeIf(o -> o.getMetadata().getName().equals("failed"));

        Scene after = builder.build(Picture.of(project("first-service"), Diagram.EMPTY)
                .watching(without, Samples.NOW)
                .seenAs(View.NODES));

        for (Figure card : cards(after)) {
            assertThat(before.find(card.id()).orElseThrow().bounds()).isEqualTo(card.bounds());
        }
    }

    @Test
    void onlyWhatChangedIsDrawnAgain() {
        List<HasMetadata> pods = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(i -> (HasMetadata)
                        Samples.pod("web-" + i, "node-" + i % 50, "Running", Samples.running("web", true)))
                .toList());
        IntStream.range(0, 50).forEach(i -> pods.add(Samples.node("node-" + i, "True")));
        Picture picture = Picture.EMPTY.watching(pods, Samples.NOW).seenAs(View.NODES);
        Set<Figure> before = identity(builder.build(picture));
        pods.set(77, Samples.pod("web-77", "node-27", "Running", Samples.running("web", false)));

        Scene after = builder.build(
                Picture.EMPTY.watching(pods, Samples.NOW.plusSeconds(5)).seenAs(View.NODES));

        assertThat(cards(after)).hasSize(10_000);
        assertThat(cards(after).stream().filter(f -> !before.contains(f)))
                .singleElement()
                .satisfies(f -> assertThat(f.description()).contains("web-77"));
    }

    private static Set<Figure> identity(Scene scene) {
        Set<Figure> set = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(scene.figures());
        return set;
    }

    @Test
    void whatIsOnlyKnownFromThePastIsFaintUntilItIsKnownAgain() {
        Picture picture = running().seenAs(View.NODES);
        Picture past = picture.knowingOnlyThePastOf(picture.observed().keySet());

        Scene known = builder.build(picture);
        Scene stale = builder.build(past);
        Scene mended = builder.build(picture);

        assertThat(stale.figures()).hasSameSizeAs(known.figures());
        assertThat(stale.figures())
                .filteredOn(figure -> !(figure.id() instanceof FigureId.Named))
                .allSatisfy(figure -> {
                    assertThat(figure.opacity()).as(figure.description()).isLessThan(1);
                    assertThat(figure.description()).endsWith("Not known to be current");
                });
        assertThat(mended).isEqualTo(known);
    }

    @Test
    void aCountdownGoesOnWithoutAChangeOfThePod() {
        ResourceId leaving = id(Kinds.POD, "oldboyedu-nginx-4h2kd");
        List<HasMetadata> cluster = Samples.cluster();
        Picture picture = Picture.EMPTY.watching(cluster, Samples.NOW);

        Figure first = figure(builder.build(picture), leaving);
        Figure later = figure(builder.build(Picture.EMPTY.watching(cluster, Samples.NOW.plusSeconds(5))), leaving);

        assertThat(texts(first)).contains("Terminating 21 s");
        assertThat(texts(later)).contains("Terminating 16 s");
        assertThat(later.opacity()).isLessThan(first.opacity());
    }

    @Test
    void statesDifferFromAfarWithoutTheirColour() {
        Scene scene = builder.build(running());

        assertThat(figure(scene, id(Kinds.POD, "oldboyedu-nginx-vn72f")).cell()).isPresent();
        assertThat(figure(scene, id(Kinds.POD, "oldboyedu-nginx-4h2kd"))
                        .cell()
                        .orElseThrow()
                        .dash())
                .isEqualTo(Mark.Dash.DASHED);
    }

    @Test
    void whatIsCollapsedWearsTheWorstMarkOfAllThatItHolds() {
        ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", "shop");
        List<HasMetadata> objects = List.of(
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("shop")
                        .endMetadata()
                        .build(),
                serviceIn("shop", "one"),
                serviceIn("shop", "two"));
        Map<ResourceId, Concern> found = Map.of(
                ResourceId.of(Kinds.SERVICE, "shop", "one"), Concern.WARNING,
                ResourceId.of(Kinds.SERVICE, "shop", "two"), Concern.ERROR);

        Scene open = builder.build(Picture.of(objects, Diagram.EMPTY).marked(found));
        Scene collapsed = builder.build(Picture.of(objects, Diagram.EMPTY.withCollapsed(List.of(namespace)))
                .marked(found));

        assertThat(flag(open, namespace)).isEqualTo(Cell.Flag.NONE);
        assertThat(flag(open, ResourceId.of(Kinds.SERVICE, "shop", "one"))).isEqualTo(Cell.Flag.WARNING);
        assertThat(flag(collapsed, namespace)).isEqualTo(Cell.Flag.ERROR);
    }

    private static Service serviceIn(String namespace, String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    private static Cell.Flag flag(Scene scene, ResourceId id) {
        return figure(scene, id).cell().orElseThrow().flag();
    }

    @Test
    void noLabelLeavesItsFigure() {
        List<HasMetadata> objects = new ArrayList<>(project("article"));
        objects.add(Samples.pod("x".repeat(253), "", "", Samples.running("名".repeat(63), true)));
        objects.add(Samples.service("服务".repeat(30)));
        objects.add(Samples.controller("长".repeat(200), 1000, 0, 0));

        for (Figure card : cards(builder.build(Picture.of(objects, Diagram.EMPTY)))) {
            for (Mark mark : card.marks()) {
                if (mark instanceof Mark.Label label && label.align() == Mark.Align.LEFT) {
                    assertThat(label.at().x() + label.maxWidth())
                            .as("%s on %s", label, card.id())
                            .isLessThanOrEqualTo(card.bounds().width());
                }
            }
        }
    }

    @Test
    void podsWithManyOrNoContainersAndVolumesAreDrawn() {
        var many = IntStream.range(0, 200)
                .mapToObj(i -> Samples.running("c" + i, true))
                .toArray(io.fabric8.kubernetes.api.model.ContainerStatus[]::new);
        Scene scene = builder.build(
                Picture.of(List.of(Samples.pod("many", "", "", many), Samples.pod("none", "", "")), Diagram.EMPTY));

        Figure figure = figure(scene, id(Kinds.POD, "many"));
        assertThat(figure.regions())
                .hasSize(200)
                .allMatch(r -> r.rect().bottom() < figure.bounds().height());
        assertThat(figure(scene, id(Kinds.POD, "none")).regions()).isEmpty();
    }
}

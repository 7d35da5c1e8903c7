package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.Position;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Cards in frames that follow from the objects.
class GroupedSceneTest {

    private final SceneBuilder builder = new SceneBuilder(Locale.ENGLISH, (text, style) -> 6.0 * text.length());

    /// A Deployment with a ReplicaSet and Pods, and a ConfigMap, in each of two namespaces.
    private static List<HasMetadata> objects() {
        List<HasMetadata> all = new ArrayList<>();
        for (String namespace : List.of("shop", "bank")) {
            all.add(new DeploymentBuilder()
                    .withNewMetadata()
                    .withNamespace(namespace)
                    .withName("web")
                    .addToLabels("team", namespace.equals("shop") ? "red" : "blue")
                    .endMetadata()
                    .withNewSpec()
                    .endSpec()
                    .build());
            all.add(new ReplicaSetBuilder()
                    .withNewMetadata()
                    .withNamespace(namespace)
                    .withName("web-1")
                    .addToLabels("team", "green")
                    .addNewOwnerReference()
                    .withApiVersion("apps/v1")
                    .withKind("Deployment")
                    .withName("web")
                    .withController(true)
                    .endOwnerReference()
                    .endMetadata()
                    .withNewSpec()
                    .endSpec()
                    .build());
            for (int i = 0; i < 5; i++) {
                all.add(pod(namespace, i));
            }
            all.add(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withNamespace(namespace)
                    .withName("settings")
                    .addToLabels("team", "red")
                    .endMetadata()
                    .build());
        }
        return all;
    }

    private static HasMetadata pod(String namespace, int number) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("web-1-" + number)
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName("web-1")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
    }

    private static Picture picture(Grouping grouping) {
        return Picture.EMPTY.watching(objects(), Instant.EPOCH).grouped(grouping);
    }

    private static Map<String, Rect> frames(Scene scene) {
        Map<String, Rect> frames = new TreeMap<>();
        scene.figures().forEach(figure -> {
            if (figure.id() instanceof FigureId.Named(String name) && name.startsWith("group ")) {
                frames.put(name.substring("group ".length()), figure.bounds());
            }
        });
        return frames;
    }

    private static Rect place(Scene scene, ResourceId id) {
        return scene.figures().stream()
                .filter(figure -> figure.id().equals(new FigureId.Of(id)))
                .findFirst()
                .orElseThrow()
                .bounds();
    }

    private static boolean holds(Rect frame, Rect card) {
        return frame.union(card).equals(frame);
    }

    @Test
    void aNamespaceHasAFrameWithItsCardsAndPodsAndNothingElse() {
        Scene scene = builder.build(picture(new Grouping.ByNamespace()));

        Map<String, Rect> frames = frames(scene);
        assertThat(frames).containsOnlyKeys("bank", "shop");
        assertThat(frames.get("bank").intersects(frames.get("shop"))).isFalse();
        for (HasMetadata object : objects()) {
            Rect at = place(scene, ResourceId.of(object));
            assertThat(frames)
                    .as("%s", ResourceId.of(object))
                    .allSatisfy((name, frame) -> assertThat(holds(frame, at))
                            .isEqualTo(name.equals(object.getMetadata().getNamespace())));
        }
    }

    @Test
    void anOwnerHasAFrameWithAllThatItOwns() {
        Scene scene = builder.build(picture(new Grouping.ByOwner()));

        Map<String, Rect> frames = frames(scene);
        assertThat(frames).containsOnlyKeys("Deployment bank/web", "Deployment shop/web");
        Rect shop = frames.get("Deployment shop/web");
        assertThat(holds(shop, place(scene, ResourceId.of(Kinds.REPLICA_SET, "shop", "web-1"))))
                .isTrue();
        assertThat(holds(shop, place(scene, ResourceId.of(Kinds.POD, "shop", "web-1-4"))))
                .isTrue();
        assertThat(shop.intersects(place(scene, ResourceId.of(Kinds.CONFIG_MAP, "shop", "settings"))))
                .isFalse();
    }

    @Test
    void aLabelPutsTogetherAcrossNamespacesAndWhatIsOwnedGoesWithItsOwner() {
        Scene scene = builder.build(picture(new Grouping.ByLabel("team")));

        Map<String, Rect> frames = frames(scene);
        assertThat(frames).containsOnlyKeys("team=blue", "team=red");
        assertThat(holds(frames.get("team=red"), place(scene, ResourceId.of(Kinds.CONFIG_MAP, "bank", "settings"))))
                .isTrue();
        assertThat(holds(frames.get("team=blue"), place(scene, ResourceId.of(Kinds.POD, "bank", "web-1-0"))))
                .isTrue();
    }

    @Test
    void onNodesAFrameHoldsNoPods() {
        Scene scene = builder.build(picture(new Grouping.ByNamespace()).seenAs(View.NODES));

        assertThat(frames(scene))
                .allSatisfy((_, frame) -> assertThat(
                                frame.intersects(place(scene, ResourceId.of(Kinds.POD, "shop", "web-1-0"))))
                        .isFalse());
    }

    @Test
    void onNodesAFrameHoldsNoPodThatNothingMadeEither() {
        ResourceId alone = ResourceId.of(Kinds.POD, "shop", "alone");
        List<HasMetadata> objects = new ArrayList<>(objects());
        objects.add(new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("alone")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build());

        Scene scene = builder.build(Picture.EMPTY
                .watching(objects, Instant.EPOCH)
                .grouped(new Grouping.ByNamespace())
                .seenAs(View.NODES));

        assertThat(frames(scene).values()).noneMatch(frame -> frame.intersects(place(scene, alone)));
    }

    @Test
    void framesStandApartInEachViewWhicheverCameFirst() {
        builder.build(picture(new Grouping.ByOwner()).seenAs(View.NODES));
        Scene scene = builder.build(picture(new Grouping.ByOwner()));

        Map<String, Rect> frames = frames(scene);
        assertThat(frames.get("Deployment bank/web").intersects(frames.get("Deployment shop/web")))
                .isFalse();
    }

    @Test
    void whatWasPutByHandStandsThereAgainWhenGroupsAreGone() {
        ResourceId settings = ResourceId.of(Kinds.CONFIG_MAP, "shop", "settings");
        Diagram diagram = Diagram.EMPTY.withPositions(Map.of(settings, new Position(5000, 3000)));
        Picture ungrouped = picture(Grouping.none()).drawn(diagram);
        Scene before = builder.build(ungrouped);

        Scene grouped = builder.build(ungrouped.grouped(new Grouping.ByNamespace()));
        Scene after = builder.build(ungrouped);

        assertThat(place(grouped, settings)).isNotEqualTo(place(before, settings));
        assertThat(after.figures()).containsExactlyElementsOf(before.figures());
    }

    @Test
    void figuresKeepTheirPlacesInGroupsWhileOthersCome() {
        Scene before = builder.build(picture(new Grouping.ByNamespace()));
        List<HasMetadata> more = new ArrayList<>(objects());
        more.add(new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("bank")
                .withName("more")
                .endMetadata()
                .build());

        Scene after = builder.build(Picture.EMPTY.watching(more, Instant.EPOCH).grouped(new Grouping.ByNamespace()));

        for (HasMetadata object : objects()) {
            ResourceId id = ResourceId.of(object);
            assertThat(place(after, id)).as("%s", id).isEqualTo(place(before, id));
        }
        Rect added = place(after, ResourceId.of(Kinds.CONFIG_MAP, "bank", "more"));
        assertThat(holds(frames(after).get("bank"), added)).isTrue();
    }
}

package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.load.LoadPoint;
import drydock.render.load.LoadSeries;
import drydock.render.load.Loads;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import drydock.render.traffic.Flow;
import drydock.render.traffic.Flows;
import drydock.render.traffic.Outside;
import drydock.render.traffic.Sender;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What is drawn of requests and of how busy things are.
class TrafficSceneTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.SERVICE, "default", "web");
    private static final ResourceId PAY = ResourceId.of(Kinds.SERVICE, "default", "pay");
    private static final ResourceId CLIENT = Outside.client("me");

    private final SceneBuilder builder = new SceneBuilder(Locale.ENGLISH, (text, _) -> 6.0 * text.length());

    private static List<HasMetadata> cluster() {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(Samples.node("node-1", "True"));
        objects.add(Samples.node("node-2", "True"));
        objects.add(new ServiceBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withType("LoadBalancer")
                .withClusterIP("10.96.0.9")
                .addNewPort()
                .withPort(80)
                .withNodePort(30000)
                .endPort()
                .endSpec()
                .withNewStatus()
                .withNewLoadBalancer()
                .addNewIngress()
                .withIp("203.0.113.100")
                .endIngress()
                .endLoadBalancer()
                .endStatus()
                .build());
        objects.add(new ServiceBuilder()
                .withNewMetadata()
                .withName("pay")
                .endMetadata()
                .withNewSpec()
                .withType("ExternalName")
                .withExternalName("pay.example.com")
                .endSpec()
                .build());
        return objects;
    }

    private static Picture picture(List<HasMetadata> objects) {
        return Picture.of(List.of(), Diagram.EMPTY).seenAs(View.NODES).watching(objects, Samples.NOW);
    }

    private static Optional<Figure> line(Scene scene, ResourceId from, ResourceId to) {
        return scene.find(new FigureId.Edge("requests", from, to));
    }

    @Test
    void aBalancerStandsOutsideAndLeadsToTheDoorsOfAllNodes() {
        Scene scene = builder.build(picture(cluster()));

        Figure balancer = scene.find(new FigureId.Of(Outside.balancer(WEB))).orElseThrow();
        Figure service = scene.find(new FigureId.Of(WEB)).orElseThrow();
        assertThat(balancer.description()).contains("203.0.113.100");
        assertThat(balancer.bounds().right()).isLessThan(service.bounds().x());
        assertThat(line(scene, Outside.balancer(WEB), Outside.door(WEB, ":30000", "node-1")))
                .isPresent();
        assertThat(line(scene, Outside.balancer(WEB), Outside.door(WEB, ":30000", "node-2")))
                .isPresent();
    }

    @Test
    void aServiceThatIsAnotherNameLeadsOutside() {
        Scene scene = builder.build(picture(cluster()));

        assertThat(scene.find(new FigureId.Of(Outside.host("pay.example.com")))).isPresent();
        assertThat(line(scene, PAY, Outside.host("pay.example.com"))).isPresent();
    }

    @Test
    void aClientComesWithoutMovingAnythingAndItsLinesTellWhatGoesAlongThem() {
        Scene before = builder.build(picture(cluster()));
        Flow flow = new Flow(CLIENT, Outside.balancer(WEB), 12, 3);

        Scene scene = builder.build(picture(cluster())
                .carrying(new Flows(
                        List.of(new Sender("me", Optional.empty(), "service://web.default/", 12)), List.of(flow))));

        assertThat(scene.find(new FigureId.Of(CLIENT)).orElseThrow().description())
                .contains("me", "12/s");
        Figure way = line(scene, CLIENT, Outside.balancer(WEB)).orElseThrow();
        assertThat(way.description()).contains("12 requests a second", "3 of them fail");
        assertThat(way.marks())
                .anyMatch(
                        mark -> mark instanceof Mark.Label label && label.text().contains("12/s"));
        before.figures().stream()
                .filter(figure -> figure.layer() == Figure.Layer.CARD)
                .forEach(figure ->
                        assertThat(scene.find(figure.id()).map(Figure::bounds)).contains(figure.bounds()));
    }

    @Test
    void endpointsAreCountedByHowTheyStand() {
        List<HasMetadata> objects = cluster();
        objects.add(new EndpointSliceBuilder()
                .withNewMetadata()
                .withName("web-1")
                .withNamespace("default")
                .addToLabels("kubernetes.io/service-name", "web")
                .endMetadata()
                .addNewEndpoint()
                .withNewConditions(true, true, false)
                .withNewTargetRef()
                .withKind("Pod")
                .withName("a")
                .endTargetRef()
                .endEndpoint()
                .addNewEndpoint()
                .withNewConditions(false, true, true)
                .withNewTargetRef()
                .withKind("Pod")
                .withName("b")
                .endTargetRef()
                .endEndpoint()
                .addNewEndpoint()
                .withNewConditions(false, false, true)
                .withNewTargetRef()
                .withKind("Pod")
                .withName("c")
                .endTargetRef()
                .endEndpoint()
                .addNewEndpoint()
                .withNewConditions(false, false, false)
                .withNewTargetRef()
                .withKind("Pod")
                .withName("d")
                .endTargetRef()
                .endEndpoint()
                .build());

        Figure service =
                builder.build(picture(objects)).find(new FigureId.Of(WEB)).orElseThrow();

        assertThat(service.description())
                .contains("1 endpoint is ready", "1 leaving and still serving", "1 not ready", "1 leaving");
    }

    @Test
    void whatIsBusyHasAChartBesideItsCard() {
        LoadPoint point = new LoadPoint(0, 0, 0, 0, 0, 0, 20, 2);
        Loads loads = new Loads(Map.of(WEB, new LoadSeries(List.of(point, point), OptionalDouble.empty())));

        Scene scene = builder.build(picture(cluster()).loaded(loads));

        assertThat(scene.find(new FigureId.Part(WEB, "load")).orElseThrow()).satisfies(chart -> {
            assertThat(chart.description()).contains("20/s", "2");
            assertThat(scene.figures().stream()
                            .filter(figure -> figure.layer() == Figure.Layer.CARD)
                            .filter(figure -> figure.bounds().intersects(chart.bounds())))
                    .isEmpty();
        });
    }
}

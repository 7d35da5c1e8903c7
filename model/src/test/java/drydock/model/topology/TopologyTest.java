package drydock.model.topology;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Edge.Trait;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private static final ResourceId WEB_RC = ResourceId.parse("ReplicationController/default/web");
    private static final ResourceId WEB_SERVICE = ResourceId.parse("Service/default/web");

    @Test
    void aDesignedServiceReachesItsWorkloadThroughTheTemplate() {
        Topology topology = Topology.of(List.of(service("web"), controller("web")));

        assertThat(topology.templatesSelectedBy(WEB_SERVICE)).containsExactly(WEB_RC);
        assertThat(topology.podsSelectedBy(WEB_SERVICE)).isEmpty();
        assertThat(topology.from(WEB_SERVICE))
                .containsExactly(Edge.of(WEB_SERVICE, Relation.SELECTS, WEB_RC, Trait.THROUGH_TEMPLATE));
    }

    @Test
    void podsAreSelectedInTheirNamespaceOnly() {
        Pod here = pod("default", "web-1", "u1", "rc-uid");
        Pod elsewhere = pod("other", "web-2", "u2", "");
        Topology topology = Topology.of(List.of(service("web"), controller("web"), here, elsewhere));

        assertThat(topology.podsSelectedBy(WEB_SERVICE)).containsExactly(ResourceId.of(here));
        assertThat(topology.podsSelectedBy(WEB_RC)).containsExactly(ResourceId.of(here));
        assertThat(topology.podsMatching("other", LabelSelector.parse("app in (web)")))
                .containsExactly(ResourceId.of(elsewhere));
    }

    @Test
    void ownersAreFoundByUidAndByNameButNotAfterTheNameWasGivenAway() {
        Pod byUid = pod("default", "a", "u1", "rc-uid");
        Pod byName = pod("default", "b", "u2", "");
        Pod ofAnother = pod("default", "c", "u3", "uid-of-one-that-is-gone");
        Topology topology = Topology.of(List.of(byUid, byName, ofAnother, controller("web")));

        assertThat(topology.from(WEB_RC, Relation.OWNS))
                .extracting(e -> e.to().name())
                .containsExactly("a", "b");
    }

    @Test
    void anOwnerThatIsGoneIsMissing() {
        Topology topology = Topology.of(List.of(pod("default", "a", "u1", "rc-uid")));

        assertThat(topology.from(WEB_RC, Relation.OWNS))
                .singleElement()
                .satisfies(e -> assertThat(e.is(Trait.MISSING)).isTrue());
        assertThat(topology.object(WEB_RC)).isEmpty();
        assertThat(topology.ids()).contains(WEB_RC);
    }

    @Test
    void volumesEnvironmentAndNodeAreFollowed() {
        Pod pod = new PodBuilder(pod("default", "a", "u", ""))
                .editSpec()
                .withNodeName("node-1")
                .addNewVolume()
                .withName("v")
                .withNewConfigMap()
                .withName("files")
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName("d")
                .withNewPersistentVolumeClaim("data", false)
                .endVolume()
                .addNewContainer()
                .withName("c")
                .addNewEnvFrom()
                .withNewSecretRef("keys", true)
                .endEnvFrom()
                .endContainer()
                .addNewImagePullSecret("registry")
                .withServiceAccountName("default")
                .endSpec()
                .build();
        Topology topology = Topology.of(List.of(
                pod,
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("files")
                        .endMetadata()
                        .build()));

        assertThat(topology.from(ResourceId.of(pod)))
                .extracting(e -> e.relation() + " " + e.to().kind() + "/" + e.to().name() + " " + e.traits())
                .containsExactly(
                        "MOUNTS ConfigMap/files []",
                        "MOUNTS PersistentVolumeClaim/data [MISSING]",
                        "CONFIGURES Secret/keys [OPTIONAL, MISSING]",
                        "CONFIGURES Secret/registry [MISSING]",
                        "RUNS_ON Node/node-1 [MISSING]");
    }

    @Test
    void trafficGoesFromServiceToEndpointsToPodsReadyOrNot() {
        Endpoints endpoints = new EndpointsBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .addNewSubset()
                .addNewAddress()
                .withIp("10.0.0.1")
                .withNewTargetRef()
                .withKind("Pod")
                .withName("a")
                .endTargetRef()
                .endAddress()
                .addNewNotReadyAddress()
                .withIp("10.0.0.2")
                .withNewTargetRef()
                .withKind("Pod")
                .withName("b")
                .endTargetRef()
                .endNotReadyAddress()
                .endSubset()
                .build();
        Topology topology = Topology.of(
                List.of(service("web"), endpoints, pod("default", "a", "1", "x"), pod("default", "b", "2", "x")));

        assertThat(topology.from(WEB_SERVICE, Relation.ROUTES))
                .extracting(Edge::to)
                .containsExactly(ResourceId.of(endpoints));
        assertThat(topology.from(ResourceId.of(endpoints), Relation.ROUTES))
                .extracting(e -> e.to().name() + e.is(Trait.READY))
                .containsExactly("atrue", "bfalse");
    }

    @Test
    void autoscalersAndPoliciesPointAtWorkloads() {
        var deployment = new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();
        var hpa = new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withName("h")
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", "web")
                .endSpec()
                .build();
        var policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("p")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .endSpec()
                .build();
        Topology topology = Topology.of(List.of(hpa, policy, deployment));

        assertThat(topology.to(ResourceId.of(deployment)))
                .extracting(Edge::relation)
                .containsExactly(Relation.SCALES, Relation.SELECTS);
    }

    @Test
    void tenThousandPodsOfAHundredServicesMakeOneEdgeEach() {
        List<HasMetadata> objects = new ArrayList<>();
        for (int s = 0; s < 100; s++) {
            objects.add(new ServiceBuilder(service("s" + s))
                    .editSpec()
                    .withSelector(Map.of("app", "s" + s))
                    .endSpec()
                    .build());
        }
        for (int p = 0; p < 10_000; p++) {
            objects.add(new PodBuilder()
                    .withNewMetadata()
                    .withName("p" + p)
                    .addToLabels("app", "s" + p % 100)
                    .endMetadata()
                    .build());
        }

        Topology topology = Topology.of(objects);

        assertThat(topology.edges()).hasSize(10_000);
        assertThat(topology.podsSelectedBy(ResourceId.parse("Service/default/s7")))
                .hasSize(100)
                .startsWith(ResourceId.parse("Pod/default/p7"), ResourceId.parse("Pod/default/p107"));
    }

    @Test
    void nothingMakesAnEmptyGraph() {
        Topology topology = Topology.of(List.of());

        assertThat(topology.edges()).isEmpty();
        assertThat(topology.from(WEB_RC)).isEmpty();
        assertThat(topology.podsSelectedBy(WEB_RC)).isEmpty();
    }

    private static Service service(String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", "web")
                .endSpec()
                .build();
    }

    private static ReplicationController controller(String name) {
        return new ReplicationControllerBuilder()
                .withNewMetadata()
                .withName(name)
                .withUid("rc-uid")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Pod pod(String namespace, String name, String uid, String ownerUid) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withUid(uid)
                .addToLabels("app", "web")
                .addNewOwnerReference()
                .withApiVersion("v1")
                .withKind("ReplicationController")
                .withName("web")
                .withUid(ownerUid)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
    }
}

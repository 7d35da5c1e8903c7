package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ServerSideApplyTest {

    private static final WriteOptions ONE = WriteOptions.as("one");
    private static final WriteOptions TWO = WriteOptions.as("two");

    private final InMemoryApiServer api = new ServerFixture().api;

    @Test
    void whatIsAppliedIsOwned() {
        Deployment made = deployment("""
            {"replicas":2,"template":{"spec":{"containers":[{"name":"web","image":"nginx:1"}]}}}\
            """);

        HasMetadata stored = api.apply(made, ONE);

        ManagedFieldsEntry entry = stored.getMetadata().getManagedFields().getFirst();
        assertThat(entry.getManager()).isEqualTo("one");
        assertThat(entry.getOperation()).isEqualTo("Apply");
        assertThat(JsonMapper.shared().writeValueAsString(entry.getFieldsV1()))
                .isEqualTo("{\"f:spec\":{\"f:replicas\":{},\"f:template\":{\"f:spec\":{\"f:containers\":"
                        + "{\"k:{\\\"name\\\":\\\"web\\\"}\":{\".\":{},\"f:image\":{},\"f:name\":{}}}}}}}");
    }

    @Test
    void whatTheManagerSaysNoMoreGoesAndWhatOthersSetStays() {
        api.apply(map("{\"a\":\"1\",\"b\":\"1\"}"), ONE);
        api.apply(map("{\"c\":\"2\"}"), TWO);

        ConfigMap next = (ConfigMap) api.apply(map("{\"a\":\"1\"}"), ONE);

        assertThat(next.getData()).containsOnlyKeys("a", "c");
    }

    @Test
    void whatAnotherHasSetOtherwiseIsAConflictUnlessItIsForced() {
        api.apply(map("{\"a\":\"1\",\"b\":\"1\"}"), ONE);

        assertThatThrownBy(() -> api.apply(map("{\"a\":\"2\"}"), TWO))
                .hasMessage("Apply failed with 1 conflict: conflict with \"one\": .data.a");
        assertThatThrownBy(() -> api.apply(map("{\"a\":\"2\",\"b\":\"2\"}"), TWO))
                .hasMessage("Apply failed with 2 conflicts: conflicts with \"one\":\n- .data.a\n- .data.b");
        ConfigMap forced = (ConfigMap) api.apply(map("{\"a\":\"2\"}"), TWO.forced());
        assertThat(forced.getData()).containsEntry("a", "2").containsEntry("b", "1");
        ConfigMap after = (ConfigMap) api.apply(map("{\"b\":\"1\"}"), ONE);
        assertThat(after.getData()).containsEntry("a", "2");
    }

    @Test
    void theSameValueMayBeSharedAndGoesWithItsLastOwner() {
        api.apply(map("{\"a\":\"1\"}"), ONE);
        api.apply(map("{\"a\":\"1\"}"), TWO);

        assertThat(((ConfigMap) api.apply(map("{}"), ONE)).getData()).containsEntry("a", "1");
        assertThat(((ConfigMap) api.apply(map("{}"), TWO)).getData()).isNullOrEmpty();
    }

    @Test
    void whatWasSetBeforeTheFirstApplyIsFoundInTheHistory() {
        api.create(deployment("{\"replicas\":1,\"paused\":true}"));
        api.as("horizontal-pod-autoscaler-controller").scale(ResourceId.of(Kinds.DEPLOYMENT, "default", "web"), 5);

        assertThatThrownBy(() -> api.apply(deployment("{\"replicas\":2}"), ONE))
                .hasMessage("Apply failed with 1 conflict: conflict with \"kube-controller-manager\" using apps/v1: "
                        + ".spec.replicas");
        assertThatThrownBy(() -> api.apply(deployment("{\"paused\":false}"), ONE))
                .hasMessage("Apply failed with 1 conflict: conflict with \"kubectl-create\" using apps/v1: "
                        + ".spec.paused");
    }

    @Test
    void anOrdinaryWriteTakesOverWhatItChanges() {
        api.apply(deployment("{\"replicas\":1}"), ONE);
        api.as("horizontal-pod-autoscaler-controller").scale(ResourceId.of(Kinds.DEPLOYMENT, "default", "web"), 5);

        assertThatThrownBy(() -> api.apply(deployment("{\"replicas\":2}"), ONE))
                .hasMessageStartingWith("Apply failed with 1 conflict: conflict with \"horizontal-pod");
    }

    @Test
    void itemsOfAListAreToldApartByTheirKeys() {
        api.apply(service("[{\"name\":\"http\",\"port\":80}]"), ONE);

        Service both = (Service) api.apply(service("[{\"name\":\"dns\",\"port\":53,\"protocol\":\"UDP\"}]"), TWO);
        assertThat(both.getSpec().getPorts()).extracting(p -> p.getName()).containsExactly("http", "dns");
        assertThatThrownBy(() -> api.apply(service("[{\"name\":\"web\",\"port\":80,\"protocol\":\"TCP\"}]"), TWO))
                .hasMessage("Apply failed with 1 conflict: conflict with \"one\": "
                        + ".spec.ports[port=80,protocol=\"TCP\"].name");

        Service one = (Service) api.apply(service("[]"), ONE);
        assertThat(one.getSpec().getPorts()).extracting(p -> p.getName()).containsExactly("dns");
    }

    @Test
    void aPartThatGoesTakesItsDefaultsWithIt() {
        String probed = """
            {"template":{"spec":{"containers":[{"name":"web","image":"nginx:1",
            "livenessProbe":{"httpGet":{"port":80},"periodSeconds":5}}]}}}\
            """;
        api.apply(deployment(probed), ONE);

        Deployment plain = (Deployment) api.apply(
                deployment("{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"nginx:1\"}]}}}"),
                ONE);

        assertThat(plain.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getLivenessProbe())
                .isNull();
    }

    @Test
    void applyingTheSameAgainMakesNoVersion() {
        HasMetadata first = api.apply(map("{\"a\":\"1\"}"), ONE);

        HasMetadata second = api.apply(map("{\"a\":\"1\"}"), ONE);

        assertThat(second.getMetadata().getResourceVersion())
                .isEqualTo(first.getMetadata().getResourceVersion());
        assertThat(List.of(second)).containsExactly(first);
    }

    private static ConfigMap map(String data) {
        return read("v1", "ConfigMap", "\"data\":" + data, ConfigMap.class);
    }

    private static Deployment deployment(String spec) {
        return read("apps/v1", "Deployment", "\"spec\":" + spec, Deployment.class);
    }

    private static Service service(String ports) {
        return read("v1", "Service", "\"spec\":{\"ports\":" + ports + "}", Service.class);
    }

    private static <T> T read(String apiVersion, String kind, String rest, Class<T> type) {
        return JsonMapper.shared()
                .readValue(
                        "{\"apiVersion\":\"" + apiVersion + "\",\"kind\":\"" + kind
                                + "\",\"metadata\":{\"name\":\"web\",\"namespace\":\"default\"}," + rest + "}",
                        type);
    }
}

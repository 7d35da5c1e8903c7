package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import org.junit.jupiter.api.Test;

class WriteRequestsTest {

    private static final ResourceId A = ResourceId.of(Kinds.CONFIG_MAP, "default", "a");

    private final ServerFixture server = new ServerFixture();
    private final InMemoryApiServer api = server.api;

    @Test
    void aDryRunKeepsNothing() {
        api.create(ServerFixture.map("b", "k", "1"), WriteOptions.DRY_RUN);
        api.create(ServerFixture.map("a", "k", "1"));

        ConfigMap changed = (ConfigMap) api.replace(ServerFixture.map("a", "k", "2"), WriteOptions.DRY_RUN);
        api.delete(A, new DeleteOptions(Deletion.DEFAULT, "", "", true));

        assertThat(changed.getData()).containsEntry("k", "2");
        assertThat(((ConfigMap) api.get(A).orElseThrow()).getData()).containsEntry("k", "1");
        assertThat(api.log()).hasSize(2);
    }

    @Test
    void aPreconditionThatDoesNotHoldIsAConflict() {
        String uid = api.create(ServerFixture.map("a", "k", "1")).getMetadata().getUid();

        assertThatThrownBy(() -> api.delete(A, DeleteOptions.STANDARD.ifUid("other")))
                .hasMessage("Operation cannot be fulfilled on configmaps \"a\": Precondition failed: UID in "
                        + "precondition: other, UID in object meta: " + uid);
        assertThatThrownBy(() -> api.delete(A, DeleteOptions.STANDARD.ifVersion("9")))
                .hasMessage("Operation cannot be fulfilled on configmaps \"a\": Precondition failed: ResourceVersion "
                        + "in precondition: 9, ResourceVersion in object meta: 2");
        api.delete(A, DeleteOptions.STANDARD.ifUid(uid).ifVersion("2"));
        assertThat(api.get(A)).isEmpty();
    }

    @Test
    void aJsonPatchMovesAndCopiesToo() {
        api.create(ServerFixture.map("a", "k", "1"));

        ConfigMap patched = (ConfigMap) api.patch(A, new Patch(Patch.Type.JSON, """
            [{"op":"test","path":"/data/k","value":"1"},
             {"op":"copy","from":"/data/k","path":"/data/copied"},
             {"op":"move","from":"/data/k","path":"/data/moved~1to"},
             {"op":"add","path":"/metadata/labels","value":{"x":"y"}}]\
            """));

        assertThat(patched.getData()).containsOnlyKeys("copied", "moved/to");
        assertThat(patched.getMetadata().getLabels()).containsEntry("x", "y");
        assertThatThrownBy(
                        () -> api.patch(A, new Patch(Patch.Type.JSON, "[{\"op\":\"remove\",\"path\":\"/data/none\"}]")))
                .hasMessage("the server rejected our request due to an error in our request");
    }

    @Test
    void theUsualNamespacesMayNotBeDeleted() {
        assertThatThrownBy(() -> api.delete(ResourceId.of(Kinds.NAMESPACE, "", "default"), Deletion.DEFAULT))
                .hasMessage("namespaces \"default\" is forbidden: this namespace may not be deleted");
    }

    @Test
    void nothingNewComesIntoANamespaceThatIsGoing() {
        api.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName("x")
                .withFinalizers("example.com/wait")
                .endMetadata()
                .build());
        api.delete(ResourceId.of(Kinds.NAMESPACE, "", "x"), Deletion.DEFAULT);
        ConfigMap map = ServerFixture.map("a", "k", "1");
        map.getMetadata().setNamespace("x");

        assertThatThrownBy(() -> api.create(map))
                .hasMessage("configmaps \"a\" is forbidden: unable to create new content in namespace x because it is "
                        + "being terminated");
    }
}

package drydock.app.rename;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class RenamingInTheWindowTest extends WindowTest {

    private static final String TEXT = """
        apiVersion: v1
        kind: Service
        metadata: {name: web} # the front
        spec: {selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec: {containers: [{name: web, image: "nginx:1.27"}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: front}
        spec:
          defaultBackend:
            service:
              name: web   # the Service
              port: {number: 80}
        """;
    private static final ResourceId WEB = ResourceId.of(Kinds.SERVICE, "default", "web");
    private static final ResourceId POD = ResourceId.of(Kinds.POD, "default", "web");

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("shop.yaml"), TEXT);
    }

    private String text() {
        return onScreen(() ->
                workspace().document().project().file("shop.yaml").orElseThrow().text());
    }

    private void rename(ResourceId id, String name) {
        awaitFigures(id);
        interact(() -> {
            canvas().requestFocus();
            workspace().selection().select(List.of(id));
        });
        push(KeyCode.F2);
        clickOn("#dialog-text").eraseText(id.name().length()).write(name).clickOn("OK");
    }

    private void becomes(UnaryOperator<String> change) {
        String after = change.apply(TEXT);
        assertThat(text()).isEqualTo(after);
        interact(() -> workspace().document().undo());
        assertThat(text()).isEqualTo(TEXT);
        interact(() -> workspace().document().redo());
        assertThat(text()).isEqualTo(after);
    }

    @Test
    void theIngressFollowsTheNameOfItsService() {
        rename(WEB, "shop");
        clickOn("Name Only");
        becomes(t -> t.replace("{name: web} #", "{name: shop} #").replace("name: web   #", "name: shop   #"));
        assertThat(onScreen(() -> workspace().selection().objects()))
                .containsExactly(ResourceId.of(Kinds.SERVICE, "default", "shop"));
    }

    @Test
    void labelsAndSelectorsFollowIfAskedTo() {
        rename(POD, "shop");
        clickOn("Name and Labels");
        becomes(t -> t.replace("{name: web, labels", "{name: shop, labels").replace("app: web", "app: shop"));
    }

    @Test
    void labelsAndSelectorsStayIfAskedTo() {
        rename(POD, "shop");
        clickOn("Name Only");
        becomes(t -> t.replace("{name: web, labels", "{name: shop, labels"));
    }

    @Test
    void aNameThatIsTakenOrWrongIsRefusedInTheStatusBar() {
        rename(WEB, "Web");
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("\"Web\" cannot be a name");
        rename(ResourceId.of(Kinds.INGRESS, "default", "front"), "in_valid");
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("\"in_valid\" cannot be a name");
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void aServiceAndThePodBehindItAreRenamedTogether() {
        awaitFigures(WEB, POD);
        interact(() -> {
            canvas().requestFocus();
            workspace().selection().select(List.of(WEB, POD));
        });
        push(KeyCode.F2);
        clickOn("#dialog-text").eraseText(WEB.name().length()).write("shop").clickOn("OK");
        clickOn("Name and Labels");

        becomes(t -> t.replace("metadata: {name: web", "metadata: {name: shop")
                .replace("app: web", "app: shop")
                .replace("name: web   #", "name: shop   #"));
        assertThat(onScreen(() -> workspace().selection().objects()))
                .containsExactlyInAnyOrder(
                        ResourceId.of(Kinds.SERVICE, "default", "shop"), ResourceId.of(Kinds.POD, "default", "shop"));
    }
}

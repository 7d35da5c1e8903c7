package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EditedObjectTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.DEPLOYMENT, "shop", "web");

    private final ObjectText text = ObjectText.of(Deployments.web(3, "nginx:1"));

    @Test
    void whatTheServerFillsInIsNotShownAndGoesAlong() throws Exception {
        GenericKubernetesResource sent =
                new EditedObject(text, text.yaml().replace("replicas: 3", "replicas: 4")).object(WEB, "another");

        assertThat(text.yaml()).doesNotContain("uid", "status", "generation");
        assertThat(sent.getMetadata().getUid()).isEqualTo("u-1");
        assertThat(sent.<Integer>get("spec", "replicas")).isEqualTo(4);
        assertThat(sent.<Integer>get("status", "readyReplicas")).isEqualTo(3);
    }

    @Test
    void whateverIsWrittenIsSent() throws Exception {
        GenericKubernetesResource sent = new EditedObject(
                        text, text.yaml().replace("replicas: 3", "replicas: many\n  nonsense: [1]"))
                .object(WEB, "another");

        assertThat(sent.<String>get("spec", "replicas")).isEqualTo("many");
        assertThat(sent.getAdditionalProperties().get("spec"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsKey("nonsense");
    }

    @Test
    void aTextOfAnotherObjectIsNotSent() {
        assertThatThrownBy(() -> new EditedObject(
                                text, text.yaml().replace("name: web\n  namespace", "name: shop\n  namespace"))
                        .object(WEB, "another"))
                .isInstanceOfSatisfying(
                        EditedObject.UnreadableException.class,
                        unreadable -> assertThat(unreadable.wrongs())
                                .singleElement()
                                .satisfies(wrong -> {
                                    assertThat(wrong.words()).isEqualTo("another");
                                    assertThat(wrong.span().line()).isEqualTo(4);
                                }));
    }

    @Test
    void whatIsNoYamlIsToldAtItsLine() {
        assertThatThrownBy(() -> new EditedObject(text, "kind: Deployment\nspec: [1\n").object(WEB, "another"))
                .isInstanceOfSatisfying(
                        EditedObject.UnreadableException.class,
                        unreadable -> assertThat(unreadable.wrongs()).isNotEmpty());
    }

    @Test
    void aFieldIsFoundInTheTextAndOneThatIsMissingAtTheOneAroundIt() {
        EditedObject edited = new EditedObject(text, text.yaml());

        assertThat(edited.span(FieldPath.of("spec", "replicas")).line()).isEqualTo(7);
        assertThat(edited.span(FieldPath.of("spec", "selector", "matchLabels")).line())
                .isEqualTo(edited.span(FieldPath.of("spec")).line());
    }

    @Test
    void whatTheServerDoesNotKeepIsTold() {
        EditedObject edited =
                new EditedObject(text, text.yaml().replace("replicas: 3", "replicas: 3\n  nonsense: true"));

        assertThat(edited.dropped(text)).containsExactly(FieldPath.of("spec", "nonsense"));
    }

    @Test
    void emptyTimesThatAServerWritesAreNoDifference() {
        GenericKubernetesResource answer = new GenericKubernetesResource();
        answer.setApiVersion("apps/v1");
        answer.setKind("Deployment");
        answer.setMetadata(Deployments.web(1, "nginx").getMetadata());
        Map<String, Object> metadata = new HashMap<>(Map.of("labels", Map.of("app", "web")));
        metadata.put("creationTimestamp", null);
        answer.setAdditionalProperty("spec", Map.of("template", Map.of("metadata", metadata)));

        assertThat(ObjectText.of(answer).yaml()).contains("app: web").doesNotContain("creationTimestamp");
    }
}

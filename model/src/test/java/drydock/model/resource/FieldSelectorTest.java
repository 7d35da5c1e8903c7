package drydock.model.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldSelectorTest {

    private static final Pod POD = new PodBuilder()
            .withNewMetadata()
            .withName("web")
            .withNamespace("shop")
            .endMetadata()
            .withNewSpec()
            .withNodeName("node-1")
            .withHostNetwork(true)
            .endSpec()
            .withNewStatus()
            .withPhase("Running")
            .endStatus()
            .build();

    @Test
    void choosesByFieldsOfAnyDepth() {
        assertThat(FieldSelector.parse("metadata.name=web,metadata.namespace==shop")
                        .matches(POD))
                .isTrue();
        assertThat(FieldSelector.parse("status.phase=Running,spec.nodeName!=node-1")
                        .matches(POD))
                .isFalse();
        assertThat(FieldSelector.parse("spec.hostNetwork=true").matches(POD)).isTrue();
        assertThat(FieldSelector.parse("").matches(POD)).isTrue();
    }

    @Test
    void aFieldThatIsNotThereIsEmpty() {
        assertThat(FieldSelector.parse("spec.schedulerName=").matches(POD)).isTrue();
        assertThat(FieldSelector.parse("no.such.field!=x").matches(POD)).isTrue();
    }

    @Test
    void eventsAreChosenByWhatTheyAreAbout() {
        var event = new EventBuilder()
                .withType("Warning")
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName("web")
                .endInvolvedObject()
                .build();

        assertThat(FieldSelector.parse("involvedObject.kind=Pod,involvedObject.name=web,type=Warning")
                        .matches(event))
                .isTrue();
        assertThat(FieldSelector.parse("type!=Warning").matches(event)).isFalse();
    }

    @Test
    void customResourcesAreReadToo() {
        var custom = new GenericKubernetesResource();
        custom.setAdditionalProperty("spec", Map.of("size", 3));

        assertThat(FieldSelector.parse("spec.size=3").matches(custom)).isTrue();
    }

    @Test
    void signsInValuesAreEscaped() {
        assertThat(FieldSelector.parse("a=b\\,c\\=d").conditions())
                .containsExactly(new FieldSelector.Condition("a", "b,c=d", true));
        assertThatThrownBy(() -> FieldSelector.parse("abc"))
                .hasMessage("invalid selector: 'abc'; can't understand 'abc'");
    }
}

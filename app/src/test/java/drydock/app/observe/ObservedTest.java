package drydock.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterEvent;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTest {

    private final Observed observed = new Observed(Tasks.inPlace());

    @Test
    void kindsAndNamespacesAreThoseOfWhatIsThere() {
        observed.accept(new ClusterEvent.Added(pod("shop", "web")));
        observed.accept(new ClusterEvent.Added(pod("shop", "db")));
        observed.accept(new ClusterEvent.Modified(pod("shop", "db")));
        observed.accept(new ClusterEvent.Added(settings("bank", "limits")));
        observed.accept(new ClusterEvent.Added(namespace("bank")));

        assertThat(observed.kinds()).containsExactly("ConfigMap", "Namespace", "Pod");
        assertThat(observed.namespaces()).containsExactly("bank", "shop");
        assertThat(observed.count("Pod")).isEqualTo(2);
    }

    @Test
    void aKindAndANamespaceGoWithTheirLastObject() {
        observed.accept(new ClusterEvent.Added(pod("shop", "web")));
        observed.accept(new ClusterEvent.Added(pod("shop", "db")));
        observed.accept(new ClusterEvent.Added(settings("bank", "limits")));

        observed.accept(new ClusterEvent.Deleted(pod("shop", "web")));
        observed.accept(new ClusterEvent.Deleted(pod("shop", "web")));
        assertThat(observed.kinds()).containsExactly("ConfigMap", "Pod");

        observed.accept(new ClusterEvent.Deleted(pod("shop", "db")));
        assertThat(observed.kinds()).containsExactly("ConfigMap");
        assertThat(observed.namespaces()).containsExactly("bank");
        assertThat(observed.count("Pod")).isZero();
    }

    @Test
    void eventsAreNoKindOfThePicture() {
        observed.accept(new ClusterEvent.Added(new EventBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web.1")
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName("web")
                .withNamespace("shop")
                .endInvolvedObject()
                .build()));

        assertThat(observed.kinds()).isEmpty();
        assertThat(observed.namespaces()).isEmpty();
    }

    @Test
    void lookingBackShowsTheKindsOfThen() {
        observed.accept(new ClusterEvent.Added(pod("shop", "web")));

        observed.lookBack(List.of(settings("bank", "limits")));
        assertThat(observed.kinds()).containsExactly("ConfigMap");

        observed.lookAtThePresent();
        assertThat(observed.kinds()).containsExactly("Pod");
    }

    private static HasMetadata pod(String namespace, String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    private static HasMetadata settings(String namespace, String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    private static HasMetadata namespace(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }
}

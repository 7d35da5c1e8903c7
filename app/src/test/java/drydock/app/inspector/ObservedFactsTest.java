package drydock.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.app.testing.WatchedSession;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservedFactsTest extends FxTest {

    private final Locale before = Locale.getDefault();
    private final Workspace workspace = new Workspace(Tasks.inPlace());
    private final WatchedSession session = new WatchedSession(Tasks.inPlace(), Instant.EPOCH);

    @Override
    protected Scene scene() {
        Locale.setDefault(Locale.ENGLISH);
        return new Scene(new ObservedFacts(workspace), 400, 200);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void ofSeveralThatAreSelectedItIsToldHowManyAreGone() {
        List<Pod> pods =
                Stream.of("one", "two", "three").map(ObservedFactsTest::pod).toList();
        interact(() -> {
            pods.forEach(pod -> session.observed().accept(new ClusterEvent.Added(pod)));
            workspace.look(session);
            workspace.selection().select(pods.stream().map(ResourceId::of).toList());
        });
        assertThat(said()).isEmpty();

        interact(() -> session.observed().accept(new ClusterEvent.Deleted(pods.get(1))));
        assertThat(said()).contains("One of them is not in the cluster at this moment");

        interact(() -> session.observed().accept(new ClusterEvent.Deleted(pods.get(2))));
        assertThat(said()).contains("2 of them are not in the cluster at this moment");
    }

    private List<String> said() {
        return onScreen(() -> lookup("#inspector-observed").queryParent().getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(Node.class::cast)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .endMetadata()
                .build();
    }
}

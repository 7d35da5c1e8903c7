package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {

    private final OneObject cluster = new OneObject(Deployments.web(3, "nginx:1"));
    private final Writing writing = new Writing(new Target(cluster, cluster.object()), Messages.of(Writing.class));
    private final ObjectText base = ObjectText.of(cluster.object());
    private final EditedObject edited = new EditedObject(base, base.yaml().replace("replicas: 3", "replicas: 4"));

    @Test
    void whatIsWrittenIsThere() {
        Writing.Outcome outcome = write();

        assertThat(outcome).isInstanceOf(Writing.Done.class);
        assertThat(((GenericKubernetesResource) cluster.object()).<Integer>get("spec", "replicas"))
                .isEqualTo(4);
    }

    @Test
    void aStatusThatChangedMeanwhileIsNoConflict() {
        cluster.change(object -> new DeploymentBuilder((Deployment) object)
                .editStatus()
                .withReadyReplicas(1)
                .endStatus()
                .build());

        assertThat(write()).isInstanceOf(Writing.Done.class);
        assertThat(((GenericKubernetesResource) cluster.object()).<Integer>get("status", "readyReplicas"))
                .isEqualTo(1);
    }

    @Test
    void whatSomebodyElseChangedIsToldAndNothingIsWritten() {
        cluster.change(_ -> Deployments.web(3, "nginx:2"));

        Writing.Outcome outcome = write();

        assertThat(outcome).isEqualTo(new Writing.Meanwhile(cluster.object()));
        assertThat(cluster.requests()).isZero();
    }

    @Test
    void anAnswerThatWasLostIsLookedUpAndTheRequestNotSentAgain() {
        cluster.on(_ -> {}, _ -> {
            throw new ClusterException("cut", new RuntimeException());
        });

        Writing.Outcome outcome = write();

        assertThat(outcome).isEqualTo(new Writing.Done(cluster.object()));
        assertThat(cluster.requests()).isEqualTo(1);
    }

    @Test
    void aRequestThatDidNotArriveIsToldAsLostAndNotSentAgain() {
        cluster.on(
                _ -> {
                    throw new ClusterException("cut", new RuntimeException());
                },
                _ -> {});

        Writing.Outcome outcome = write();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Writing.Refused.class,
                        refused -> assertThat(refused.refusal().isLost()).isTrue());
        assertThat(cluster.requests()).isEqualTo(1);
    }

    @Test
    void anObjectThatIsGoneIsTold() {
        cluster.remove();

        assertThat(write()).isEqualTo(new Writing.Gone());
    }

    private Writing.Outcome write() {
        ObjectText expected = new ObjectText(edited.text(), base.kept(), base.keptMetadata());
        return answer(writing.write(edited, expected));
    }

    private static <T> T answer(Tasks.Work<T> work) {
        List<T> answers = new ArrayList<>();
        work.then(answers::add).start();
        return answers.getFirst();
    }
}

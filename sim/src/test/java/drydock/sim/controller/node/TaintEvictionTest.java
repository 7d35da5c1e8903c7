package drydock.sim.controller.node;

import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaintEvictionTest {

    private static final String BEARS = """
          tolerations: [{key: work, operator: Exists, effect: NoExecute, tolerationSeconds: 60}]
        """.indent(0);

    /// The controller tells so of a Pod that is gone, too (`handlePodUpdate`).
    @Test
    void aPodThatGoesBeforeItIsEvictedHasItsEvictionTakenBack() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", BEARS)).run(3);
            lab.kubectl("taint nodes a work=now:NoExecute");
            lab.run(5);
            lab.kubectl("delete pod web --grace-period=0 --force");
            lab.run(3);

            assertThat(told(lab)).containsExactly("Cancelling deletion of Pod default/web");
        }
    }

    @Test
    void aPodThatWasEvictedIsNotEvictedAgainWhenAnotherTaintComes() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", BEARS.replace("key: work, ", "")))
                    .run(3);
            lab.kubectl("patch pod web --type=merge -p {\"metadata\":{\"finalizers\":[\"example.com/keep\"]}}");
            lab.kubectl("taint nodes a work=now:NoExecute");
            lab.run(70);
            lab.kubectl("taint nodes a more=now:NoExecute");
            lab.run(70);

            assertThat(told(lab)).containsExactly("Marking for deletion Pod default/web");
        }
    }

    /// So that `kubectl describe`, which asks for a uid, shows none of these events (`emitPodDeletionEvent`).
    @Test
    void whatIsToldOfAnEvictionNamesThePodAndNotItsUid() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", "")).run(3);
            lab.kubectl("patch pod web --type=merge -p {\"metadata\":{\"finalizers\":[\"example.com/keep\"]}}");
            lab.kubectl("taint nodes a work=now:NoExecute");
            lab.run(5);

            var about = events(lab).getFirst().getInvolvedObject();
            assertThat(about.getKind()).isEqualTo("Pod");
            assertThat(about.getNamespace()).isEqualTo("default");
            assertThat(about.getName()).isEqualTo("web");
            assertThat(about.getUid()).isNull();
            assertThat(about.getResourceVersion()).isNull();
            assertThat(lab.kubectl("describe pod web")).contains("Killing").doesNotContain("TaintManagerEviction");
            assertThat(lab.kubectl("get events")).contains("TaintManagerEviction");
        }
    }

    private static List<String> told(Lab lab) {
        return events(lab).stream().map(Event::getMessage).toList();
    }

    private static List<Event> events(Lab lab) {
        return lab.simulation().cluster().list(Query.all(Kinds.EVENT)).stream()
                .map(Event.class::cast)
                .filter(event -> "TaintManagerEviction".equals(event.getReason()))
                .toList();
    }
}

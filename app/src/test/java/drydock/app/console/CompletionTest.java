package drydock.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private final Completion completion = new Completion(
            List.of(Kinds.POD, Kinds.DEPLOYMENT, Kinds.NODE, Kinds.NAMESPACE),
            kind -> Map.of(
                            Kinds.POD, List.of("web-1", "web-2", "db-0"),
                            Kinds.DEPLOYMENT, List.of("web"),
                            Kinds.NODE, List.of("node-0"),
                            Kinds.NAMESPACE, List.of("default", "shop"))
                    .getOrDefault(kind, List.of()));

    @Test
    void verbsAndThoseOfTwoWords() {
        assertThat(completion.of("ku")).containsExactly("kubectl");
        assertThat(completion.of("kubectl de")).containsExactly("debug", "delete", "describe");
        assertThat(completion.of("kubectl rollout un")).containsExactly("undo");
    }

    @Test
    void kindsThenNames() {
        assertThat(completion.of("kubectl get po")).containsExactly("pods");
        assertThat(completion.of("kubectl get pods we")).containsExactly("web-1", "web-2");
        assertThat(completion.of("kubectl delete po d")).containsExactly("db-0");
        assertThat(completion.of("kubectl -n shop get deploy ")).containsExactly("web");
        assertThat(completion.of("kubectl scale deployment/w")).containsExactly("deployment/web");
        assertThat(completion.of("kubectl rollout restart deployment ")).containsExactly("web");
    }

    @Test
    void namesOfPodsAndNodesWhereOnlyTheyMayStand() {
        assertThat(completion.of("kubectl logs db")).containsExactly("db-0");
        assertThat(completion.of("kubectl drain ")).containsExactly("node-0");
    }

    @Test
    void flagsAndNamespaces() {
        assertThat(completion.of("kubectl logs web-1 --fo")).containsExactly("--follow");
        assertThat(completion.of("kubectl get pods -n s")).containsExactly("shop");
        assertThat(completion.of("kubectl rollout undo --to")).containsExactly("--to-revision");
    }

    @Test
    void whatAllBeginWithIsWrittenAtOnce() {
        assertThat(Completion.common(List.of("web-1", "web-2"))).isEqualTo("web-");
        assertThat(Completion.common(List.of())).isEmpty();
        assertThat(completion.of("nothing at al")).isEmpty();
    }
}

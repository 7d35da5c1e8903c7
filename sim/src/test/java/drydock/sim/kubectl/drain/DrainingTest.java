package drydock.sim.kubectl.drain;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A drain beside a cluster that answers as a test wants.
class DrainingTest {

    private static final Draining.Way PATIENT = new Draining.Way(true, OptionalLong.of(7), true);

    private final List<Eviction> evictions = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Deque<Supplier<ClusterException>> refusals = new ArrayDeque<>();
    private Optional<Pod> there = Optional.empty();
    private Consumer<ClusterEvent> listener = _ -> {};
    private boolean watches;

    @Test
    void aBudgetThatForbidsItIsAskedAgainUntilItAllows() {
        refusals.add(() -> new ClusterException(429, "TooManyRequests", "the budget"));
        begin(PATIENT, pod("a", "u-1"));

        later.removeFirst().run();
        listener.accept(new ClusterEvent.Deleted(pod("a", "u-1")));

        assertThat(told).containsExactly("begun a", "waits a 429", "gone a", "done");
        assertThat(evictions).hasSize(2).allSatisfy(eviction -> {
            assertThat(eviction.getDeleteOptions().getPreconditions().getUid()).isEqualTo("u-1");
            assertThat(eviction.getDeleteOptions().getGracePeriodSeconds()).isEqualTo(7);
        });
        assertThat(watches).isFalse();
    }

    @Test
    void aClusterThatIsCutOffIsAskedAgainWhereThatIsWanted() {
        refusals.add(() -> new ClusterException("cut", new RuntimeException()));
        refusals.add(() -> new ClusterException("cut", new RuntimeException()));

        begin(PATIENT, pod("a", "u-1"));
        begin(new Draining.Way(true, OptionalLong.empty(), false), pod("b", "u-2"));

        assertThat(told).containsExactly("begun a", "waits a 0", "begun b", "failed b 0");
    }

    @Test
    void aPodMadeSinceUnderTheSameNameStays() {
        refusals.add(() -> new ClusterException(409, "Conflict", "the UID in the precondition does not match"));
        there = Optional.of(pod("a", "u-2"));
        begin(PATIENT, pod("a", "u-1"));

        listener.accept(new ClusterEvent.Added(pod("a", "u-2")));

        assertThat(told).containsExactly("begun a", "gone a", "done");
    }

    @Test
    void whatIsGoneBeforeTheWatchBeganIsGone() {
        begin(PATIENT, pod("a", "u-1"), pod("b", "u-2"));

        listener.accept(new ClusterEvent.Added(pod("b", "u-2")));
        listener.accept(new ClusterEvent.Synced(Kinds.POD));

        assertThat(told).containsExactly("begun a", "begun b", "gone a");
    }

    @Test
    void whoIsStoppedAsksNoMore() {
        refusals.add(() -> new ClusterException(429, "TooManyRequests", "the budget"));
        Subscription going = begin(PATIENT, pod("a", "u-1"));

        going.close();
        later.removeFirst().run();
        listener.accept(new ClusterEvent.Deleted(pod("a", "u-1")));

        assertThat(evictions).hasSize(1);
        assertThat(told).containsExactly("begun a", "waits a 429");
        assertThat(watches).isFalse();
    }

    private Subscription begin(Draining.Way way, Pod... pods) {
        return new Draining(cluster(), (_, action) -> later.add(action), way, new Told())
                .begin("node-1", List.of(pods));
    }

    private Cluster cluster() {
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(),
                new Class<?>[] {Cluster.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "create" -> evict((Eviction) arguments[0]);
                    case "get" -> there;
                    case "watch" -> watch(arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Eviction evict(Eviction eviction) {
        evictions.add(eviction);
        if (!refusals.isEmpty()) {
            throw refusals.remove().get();
        }
        return eviction;
    }

    @SuppressWarnings("unchecked")
    private Subscription watch(Object heard) {
        listener = (Consumer<ClusterEvent>) heard;
        watches = true;
        return () -> watches = false;
    }

    private static Pod pod(String name, String uid) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .withUid(uid)
                .endMetadata()
                .build();
    }

    /// Writes down what is told.
    private final class Told implements Draining.Listener {

        @Override
        public void begun(ResourceId pod) {
            told.add("begun " + pod.name());
        }

        @Override
        public void waits(ResourceId pod, ClusterException why) {
            told.add("waits " + pod.name() + " " + why.code());
        }

        @Override
        public void gone(ResourceId pod) {
            told.add("gone " + pod.name());
        }

        @Override
        public void done() {
            told.add("done");
        }

        @Override
        public void failed(ResourceId pod, ClusterException why) {
            told.add("failed " + pod.name() + " " + why.code());
        }
    }
}

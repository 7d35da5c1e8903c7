package drydock.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.testing.ContainerSession;
import drydock.app.testing.ContainerSession.OpenLog;
import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogFollowingTest {

    private static final ResourceId SET = ResourceId.of(Kinds.REPLICA_SET, "shop", "web");

    private final Locale before = Locale.getDefault();
    private final ContainerSession session = new ContainerSession();
    private final LogBook book = new LogBook(1000, 1_000_000);
    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
        session.put(new ReplicaSetBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .endMetadata()
                .build());
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void allContainersOfAllPodsOfAWorkloadAreFollowed() {
        session.put(running("web-1", 0));
        session.put(running("web-2", 0));
        LogFollowing following = follow(SET);

        session.log("web-1/main").tell("2026-03-01T12:00:02Z second\n");
        session.log("web-2/main").tell("2026-03-01T12:00:01Z first\n");

        assertThat(texts()).containsExactly("first", "second");
        assertThat(following.pods()).containsExactly("web-1", "web-2");
        assertThat(following.open()).isEqualTo(2);
    }

    @Test
    void aPodThatComesIsJoinedAndOneThatGoesIsSaid() {
        session.put(running("web-1", 0));
        LogFollowing following = follow(SET);

        session.put(running("web-2", 0));
        session.log("web-2/main").tell("2026-03-01T12:00:01Z here\n");
        session.log("web-1/main").end(Optional.empty());
        session.remove(running("web-1", 0));

        assertThat(texts()).containsExactly("here", "web-1 is gone");
        assertThat(following.open()).isEqualTo(1);
    }

    @Test
    void aContainerThatHasNotBegunIsFollowedOnceItHas() {
        session.put(pod(
                "web-1", status(0).withNewState().withNewWaiting().endWaiting().endState()));
        follow(SET);
        assertThat(session.logs()).isEmpty();

        session.put(running("web-1", 0));

        assertThat(session.logs()).hasSize(1);
    }

    @Test
    void aContainerThatRestartsIsFollowedOnFromItsLastLine() {
        session.put(running("web-1", 0));
        follow(SET);
        OpenLog first = session.log("web-1/main");
        first.tell("2026-03-01T12:00:01.000000005Z last words\n");
        first.end(Optional.empty());
        session.put(ended("web-1", 0, "OOMKilled", 137));

        session.put(running("web-1", 1));

        OpenLog second = session.log("web-1/main");
        assertThat(second).isNotSameAs(first);
        assertThat(second.wish().since()).contains(Instant.parse("2026-03-01T12:00:01.000000005Z"));
        assertThat(second.wish().tail()).isEmpty();
        second.tell("2026-03-01T12:00:01.000000005Z last words\n");
        second.tell("2026-03-01T12:00:03Z begun anew\n");
        assertThat(texts()).containsExactly("last words", "web-1/main ended: OOMKilled, exit code 137", "begun anew");
    }

    @Test
    void aConnectionThatDropsIsSaidAndMadeAnewFromWhereItDropped() {
        session.put(running("web-1", 0));
        follow(SET);
        session.log("web-1/main").tell("2026-03-01T12:00:01Z one\n");
        session.log("web-1/main").end(Optional.of("connection reset"));
        assertThat(texts())
                .containsExactly("one", "The connection to web-1/main dropped: connection reset. Trying again …");

        session.refuse(new ClusterException("gone", new IllegalStateException()));
        passTime();
        session.refuse(null);
        passTime();

        session.log("web-1/main").tell("2026-03-01T12:00:01Z one\n");
        session.log("web-1/main").tell("2026-03-01T12:00:02Z two\n");
        assertThat(texts())
                .containsExactly(
                        "one",
                        "two",
                        "The connection to web-1/main dropped: connection reset. Trying again …",
                        "The connection to web-1/main is there again");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aLogThatCannotBeReadYetIsNoConnectionThatDropped() {
        session.put(running("web-1", 0));
        session.refuse(new ClusterException(400, "BadRequest", "container \"main\" is waiting to start"));

        follow(SET);
        session.refuse(null);
        passTime();

        assertThat(texts())
                .containsExactly(
                        "The log of web-1/main cannot be read: container \"main\" is waiting to start. Trying again …",
                        "The connection to web-1/main is there again");
    }

    @Test
    void aConnectionThatDroppedIsNotMadeAnewToAnotherPodOfTheSameName() {
        session.put(running("web-1", 0));
        follow(SET);
        session.log("web-1/main").end(Optional.of("connection reset"));
        session.remove(running("web-1", 0));
        Pod next = running("web-1", 0);
        next.getMetadata().setUid("another");
        session.put(next);
        OpenLog ofNext = session.log("web-1/main");

        passTime();

        assertThat(session.log("web-1/main")).isSameAs(ofNext);
    }

    @Test
    void linesOfOneMomentAreAllShownAndNoneTwiceAfterADrop() {
        session.put(running("web-1", 0));
        follow(SET);
        session.log("web-1/main").tell("2026-03-01T12:00:01Z one\n");
        session.log("web-1/main").tell("2026-03-01T12:00:01Z two\n");
        session.log("web-1/main").end(Optional.empty());
        passTime();

        session.log("web-1/main").tell("2026-03-01T12:00:00Z before\n");
        session.log("web-1/main").tell("2026-03-01T12:00:01Z one\n");
        session.log("web-1/main").tell("2026-03-01T12:00:01Z two\n");
        session.log("web-1/main").tell("2026-03-01T12:00:01Z three\n");
        session.log("web-1/main").tell("2026-03-01T12:00:01Z four\n");

        assertThat(texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void theRestOfAVeryLongLineStandsBehindItAndHidesNothing() {
        session.put(running("web-1", 0));
        follow(SET);

        session.log("web-1/main").tell("2026-03-01T12:00:01Z long ");
        session.log("web-1/main").tell("and longer\n");
        session.log("web-1/main").tell("2026-03-01T12:00:02Z next\n");

        assertThat(texts()).containsExactly("long ", "and longer", "next");
    }

    @Test
    void aClockThatIsSetBackHidesNothing() {
        session.put(running("web-1", 0));
        follow(SET);

        session.log("web-1/main").tell("2026-03-01T12:00:02Z before\n");
        session.log("web-1/main").tell("2026-03-01T12:00:01Z after\n");

        assertThat(texts()).containsExactlyInAnyOrder("before", "after");
    }

    @Test
    void aLogThatMayNotBeReadIsSaidOnceAndNotTriedAgain() {
        session.refuse(new ClusterException(403, "Forbidden", "pods \"web-1\" is forbidden"));
        session.put(running("web-1", 0));
        follow(SET);
        session.put(running("web-1", 0));

        assertThat(texts()).containsExactly("The log of web-1/main is refused: pods \"web-1\" is forbidden");
        assertThat(later).isEmpty();
    }

    @Test
    void thePastIsSharedOutAmongTheContainers() {
        for (int i = 0; i < 10; i++) {
            session.put(running("web-" + i, 0));
        }
        follow(SET);

        assertThat(session.log("web-3/main").wish().tail()).isEqualTo(OptionalInt.of(500));
    }

    @Test
    void noMoreThanSoManyAreFollowedAndTheOthersAreCounted() {
        for (int i = 0; i < LogFollowing.MOST_RUNS + 5; i++) {
            session.put(running("web-" + i, 0));
        }
        LogFollowing following = follow(SET);

        assertThat(following.open()).isEqualTo(LogFollowing.MOST_RUNS);
        assertThat(following.leftOut()).isEqualTo(5);
    }

    @Test
    void nothingIsFollowedAfterItsEnd() {
        session.put(running("web-1", 0));
        LogFollowing following = follow(SET);
        OpenLog log = session.log("web-1/main");

        following.close();
        session.put(running("web-2", 0));
        log.tell("2026-03-01T12:00:01Z late\n");

        assertThat(log.isClosed()).isTrue();
        assertThat(session.logs()).hasSize(1);
        assertThat(texts()).isEmpty();
    }

    private LogFollowing follow(ResourceId object) {
        return new LogFollowing(session, object, false, book, Tasks.inPlace(), (pause, action) -> {
            pauses.add(pause);
            later.add(action);
        });
    }

    private void passTime() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    private List<String> texts() {
        return book.lines().stream().map(LogLine::text).toList();
    }

    private static ContainerStatusBuilder status(int restarts) {
        return new ContainerStatusBuilder().withName("main").withRestartCount(restarts);
    }

    private static Pod running(String name, int restarts) {
        return pod(
                name,
                status(restarts).withNewState().withNewRunning().endRunning().endState());
    }

    private static Pod ended(String name, int restarts, String reason, int code) {
        return pod(
                name,
                status(restarts)
                        .withNewState()
                        .withNewTerminated()
                        .withReason(reason)
                        .withExitCode(code)
                        .endTerminated()
                        .endState());
    }

    private static Pod pod(String name, ContainerStatusBuilder status) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .withUid("uid-" + name)
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName("web")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewStatus()
                .addToContainerStatuses(status.build())
                .endStatus()
                .build();
    }
}

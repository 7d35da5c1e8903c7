package drydock.app.live.watch;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.observe.NewestEvents;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What a watch makes of all that a server can do to it. The server is a list of answers; when they are used up the
/// watch is closed.
class KindWatchTest {

    private static final Page NOTHING = new Page(List.of(), "", "");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Server server = new Server();
    private Instant now = START;
    private final KindWatch watch = new KindWatch(
            Kinds.POD,
            server,
            new KindWatch.Surroundings(
                    () -> now,
                    duration -> {
                        pauses.add(duration);
                        now = now.plus(duration);
                    },
                    RandomGenerator.of("L64X128MixRandom"),
                    new Semaphore(1)));

    @Test
    void whatIsThereIsToldPageByPageAndThenThatItIsAll() {
        server.lists(page("100", "more", pod("a", 1)))
                .lists(page("100", "", pod("b", 2)))
                .streams();

        run();

        assertThat(told).containsExactly("+a1", "+b2", "synced");
        assertThat(server.asked).containsExactly("list", "list more", "follow 100");
    }

    @Test
    void ofVeryManyEventsOnlyTheNewestAreKnown() {
        List<HasMetadata> all = new ArrayList<>();
        for (int i = 0; i < NewestEvents.MOST + 3; i++) {
            all.add(event("e" + i, i));
        }
        server.lists(new Page(all, "100", ""))
                .streams(
                        new Change.Put(event("late", 1)),
                        new Change.Gone(event("e0", 0)),
                        new Change.Gone(event("e5", 5)),
                        new Change.Put(event("last", NewestEvents.MOST + 3)))
                .breaks(0, "connection reset")
                .lists(new Page(all, "200", ""))
                .streams();

        run();

        List<String> afterwards = told.subList(told.indexOf("synced") + 1, told.size());
        assertThat(afterwards).startsWith("-e50", "+last0").doesNotContain("+e00", "+e10", "+e20", "+late0");
        List<ClusterEvent> known = new ArrayList<>();
        watch.listen(known::add).close();
        assertThat(known).hasSizeLessThanOrEqualTo(NewestEvents.MOST + 1);
    }

    @Test
    void aStreamThatEndsInGoodOrderIsFollowedFromWhereItWas() {
        server.lists(page("100", "", pod("a", 1)))
                .streams(new Change.Put(pod("a", 101)), new Change.Bookmark("150"))
                .streams(new Change.Gone(pod("a", 151)));

        run();

        assertThat(told).containsExactly("+a1", "synced", "~a101", "-a151");
        assertThat(server.asked).containsExactly("list", "follow 100", "follow 150");
        assertThat(server.last).isEqualTo("follow 151");
    }

    @Test
    void aBrokenStreamIsSaidAndWhatWasMissedIsTold() {
        server.lists(page("100", "", pod("a", 1), pod("b", 2)))
                .breaks(0, "connection reset")
                .lists(page("200", "", pod("b", 3), pod("c", 4)))
                .streams();

        run();

        assertThat(told).containsExactly("+a1", "+b2", "synced", "lost connection reset", "~b3", "+c4", "-a1", "found");
    }

    @Test
    void aServerThatWasSetBackToAnOlderStateIsShownAsItIs() {
        server.lists(page("500", "", pod("a", 450), pod("b", 460)))
                .breaks(0, "connection refused")
                .lists(page("100", "", pod("a", 90)))
                .streams(new Change.Put(pod("b", 101)));

        run();

        assertThat(told)
                .containsExactly(
                        "+a450", "+b460", "synced", "lost connection refused", "~a90", "-b460", "found", "+b101");
    }

    @Test
    void anotherObjectUnderTheSameNameAndVersionIsAChange() {
        Pod other = new PodBuilder(pod("a", 7))
                .editSpec()
                .withNodeName("elsewhere")
                .endSpec()
                .build();
        server.lists(page("10", "", pod("a", 7)))
                .breaks(0, "reset")
                .lists(page("10", "", other))
                .streams();

        run();

        assertThat(told).containsExactly("+a7", "synced", "lost reset", "~a7", "found");
    }

    @Test
    void aHistoryThatIsTooOldIsListedAnewAtOnce() {
        server.lists(page("100", "", pod("a", 1)))
                .breaks(410, "too old resource version: 100 (200)")
                .lists(page("200", "", pod("a", 2)))
                .streams();

        run();

        assertThat(told).containsExactly("+a1", "synced", "lost too old resource version: 100 (200)", "~a2", "found");
        assertThat(pauses.getFirst()).isNotEqualTo(Duration.ZERO);
        assertThat(server.asked.subList(0, 3)).containsExactly("list", "follow 100", "list");
    }

    @Test
    void pagesOfAForgottenMomentAreAskedForInOneFromTheStart() {
        server.lists(page("100", "more", pod("a", 1), pod("b", 2)))
                .refusesList(410, "the provided continue parameter is too old")
                .lists(page("300", "", pod("a", 1), pod("c", 3)))
                .streams();

        run();

        assertThat(server.asked).containsExactly("list", "list more", "list whole", "follow 300");
        assertThat(told).containsExactly("+a1", "+b2", "+c3", "-b2", "synced");
    }

    @Test
    void aServerThatWantsToBeLeftAloneIs() {
        server.refusesList(429, "too many requests", Duration.ofSeconds(17))
                .refusesList(503, "not ready", Duration.ofSeconds(3))
                .lists(page("1", ""))
                .streams();

        run();

        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(18));
        assertThat(pauses.get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(told).containsExactly("lost too many requests", "lost not ready", "synced");
    }

    @Test
    void pausesGrowAndAreBounded() {
        for (int i = 0; i < 12; i++) {
            server.refusesList(500, "etcdserver: request timed out");
        }
        server.lists(page("1", "")).streams();

        run();

        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(750));
        assertThat(pauses.get(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
        assertThat(pauses.get(11)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(45));
        assertThat(told.stream().filter(line -> line.startsWith("lost"))).hasSize(1);
    }

    @Test
    void aKindThatIsRefusedIsNamedOnceAndAskedForAgainSeldom() {
        server.refusesList(403, "pods is forbidden")
                .refusesList(403, "pods is forbidden")
                .refusesList(403, "pods is forbidden")
                .lists(page("9", "", pod("a", 1)))
                .streams();

        run();

        assertThat(told).containsExactly("refused 403 pods is forbidden", "+a1", "synced");
        assertThat(pauses.get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(pauses.get(2)).isGreaterThan(pauses.get(0));
    }

    @Test
    void rightsThatAreTakenAwayAreToldAndThoseThatAreGivenBackToo() {
        server.lists(page("1", "", pod("a", 1)))
                .breaks(403, "pods is forbidden")
                .lists(page("2", "", pod("a", 1)))
                .streams();

        run();

        assertThat(told).containsExactly("+a1", "synced", "refused 403 pods is forbidden", "found");
    }

    @Test
    void anExpiredTokenIsAnOutageAndNoRefusal() {
        server.lists(page("1", "", pod("a", 1)))
                .breaks(401, "Unauthorized")
                .refusesList(401, "Unauthorized")
                .lists(page("2", "", pod("a", 1)))
                .streams();

        run();

        assertThat(told).containsExactly("+a1", "synced", "lost Unauthorized", "found");
    }

    @Test
    void aReasonThatBecomesAnotherDuringAnOutageIsTold() {
        server.lists(page("1", "", pod("a", 1)))
                .breaks(0, "Connection reset")
                .refusesList(0, "Connection reset")
                .refusesList(401, "Unauthorized")
                .refusesList(401, "Unauthorized")
                .lists(page("2", "", pod("a", 1)))
                .streams();

        run();

        assertThat(told).containsExactly("+a1", "synced", "lost Connection reset", "lost Unauthorized", "found");
    }

    @Test
    void aServerThatEndsEveryStreamAtOnceIsNotRunOver() {
        server.lists(page("1", "")).streams().streams().streams().streams();

        run();

        assertThat(pauses).hasSizeGreaterThanOrEqualTo(4).allMatch(pause -> !pause.isZero());
        assertThat(pauses.get(3)).isGreaterThan(pauses.get(0));
        assertThat(told).containsExactly("synced");
    }

    @Test
    void whoComesLaterIsToldWhatIsKnownAndWhoLeavesNothingMore() {
        List<String> late = new ArrayList<>();
        server.lists(page("1", "", pod("a", 1), pod("b", 2))).does(() -> {
            try (Subscription heard = watch.listen(event -> late.add(text(event)))) {
                assertThat(heard).isNotNull();
            }
        });
        server.streams(new Change.Put(pod("c", 3)));

        run();

        assertThat(late).containsExactly("+a1", "+b2", "synced");
        assertThat(told).contains("+c3");
    }

    @Test
    void whoComesDuringAnOutageIsToldThatItIsOne() {
        List<String> late = new ArrayList<>();
        server.lists(page("1", "", pod("a", 1))).does(() -> {
            watch.interrupt(START, "no answer in time");
            assertThat(watch.listen(event -> late.add(text(event)))).isNotNull();
        });
        server.streams();

        run();

        assertThat(late).startsWith("+a1", "synced", "lost no answer in time");
    }

    @Test
    void aSilenceIsToldOnceWithTheTimeOfTheLastAnswer() {
        List<ClusterEvent> events = new ArrayList<>();
        server.lists(page("1", "", pod("a", 1))).does(() -> {
            watch.interrupt(START.minusSeconds(9), "no answer in time");
            watch.interrupt(START.minusSeconds(5), "no answer in time");
        });
        assertThat(watch.listen(events::add)).isNotNull();

        run();

        assertThat(events.stream().filter(ClusterEvent.Interrupted.class::isInstance))
                .containsExactly(new ClusterEvent.Interrupted(Kinds.POD, START.minusSeconds(9), "no answer in time"));
    }

    private void run() {
        try (Subscription _ = watch.listen(event -> told.add(text(event)))) {
            watch.run();
        }
    }

    private static String text(ClusterEvent event) {
        return switch (event) {
            case ClusterEvent.Added(var object) -> "+" + text(object);
            case ClusterEvent.Modified(var object) -> "~" + text(object);
            case ClusterEvent.Deleted(var object) -> "-" + text(object);
            case ClusterEvent.Synced _ -> "synced";
            case ClusterEvent.Interrupted(var _, var _, var message) -> "lost " + message;
            case ClusterEvent.Resumed _ -> "found";
            case ClusterEvent.Refused(var _, var code, var message) -> "refused " + code + " " + message;
        };
    }

    private static String text(HasMetadata object) {
        return ResourceId.of(object).name() + object.getMetadata().getResourceVersion();
    }

    private static Page page(String version, String next, HasMetadata... objects) {
        return new Page(List.of(objects), version, next);
    }

    private static HasMetadata event(String name, int second) {
        return new EventBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withResourceVersion("0")
                .endMetadata()
                .withLastTimestamp(START.plusSeconds(second).toString())
                .build();
    }

    private static Pod pod(String name, int version) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withResourceVersion(String.valueOf(version))
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
    }

    /// Answers as it was told to, one after the other.
    private final class Server implements Wire {

        private interface Answer {
            Page give(Consumer<Change> changes) throws WireException;
        }

        private final Deque<Answer> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();
        private String last = "";

        Server lists(Page page) {
            answers.add(_ -> page);
            return this;
        }

        Server streams(Change... changes) {
            answers.add(tell -> {
                List.of(changes).forEach(tell);
                return NOTHING;
            });
            return this;
        }

        Server does(Runnable action) {
            answers.add(_ -> {
                action.run();
                return NOTHING;
            });
            return this;
        }

        Server breaks(int code, String message) {
            return refusesList(code, message);
        }

        Server refusesList(int code, String message) {
            answers.add(_ -> {
                throw new WireException(code, message, Optional.empty());
            });
            return this;
        }

        Server refusesList(int code, String message, Duration wish) {
            answers.add(_ -> {
                throw new WireException(code, message, Optional.of(wish));
            });
            return this;
        }

        @Override
        public Page page(String next, boolean whole) throws WireException {
            return answer("list" + (whole ? " whole" : "") + (next.isEmpty() ? "" : " " + next), _ -> {});
        }

        @Override
        public void follow(String version, Consumer<Change> changes) throws WireException {
            answer("follow " + version, changes);
        }

        private Page answer(String question, Consumer<Change> changes) throws WireException {
            Answer next = answers.poll();
            last = question;
            if (next == null) {
                watch.close();
                return NOTHING;
            }
            asked.add(question);
            return next.give(changes);
        }
    }
}

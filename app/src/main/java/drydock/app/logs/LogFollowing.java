package drydock.app.logs;

import drydock.app.session.ClusterSession;
import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// The logs of all containers of an object's Pods, followed together into one book: Pods that come are joined,
/// containers
/// that restart are followed on, connections that drop are made anew from where they dropped. Belongs to the JavaFX
/// thread.
final class LogFollowing {

    /// So many containers are followed at most.
    static final int MOST_RUNS = 100;

    /// Of so many lines of the past the containers have each their share.
    private static final int PAST_LINES = 5_000;

    private static final int FEWEST_PAST_LINES = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// What is heard of a run.
    private record Heard(Following of, int attempt, String text, boolean over, Optional<String> broken) {}

    private final Messages messages = Messages.of(LogFollowing.class);
    private final ClusterSession session;
    private final ResourceId object;
    private final boolean previous;
    private final LogBook book;
    private final BiConsumer<Duration, Runnable> later;
    private final FrameBatch<Heard> batch;
    private final Map<ContainerRun, Following> runs = new LinkedHashMap<>();
    private final Map<String, Integer> colours = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");
    private javafx.util.Subscription watching = javafx.util.Subscription.EMPTY;
    private Set<String> pods = Set.of();
    private int left;
    private boolean closed;

    /// Begins to follow.
    ///
    /// @param previous whether the runs before the last are wanted, which have ended
    /// @param later lets something happen later on the JavaFX thread
    LogFollowing(
            ClusterSession session,
            ResourceId object,
            boolean previous,
            LogBook book,
            Tasks tasks,
            BiConsumer<Duration, Runnable> later) {
        this.session = session;
        this.object = object;
        this.previous = previous;
        this.book = book;
        this.later = later;
        this.batch = new FrameBatch<>(tasks, this::hear);
        watching = session.observed().versionProperty().subscribe(this::look);
        look();
    }

    /// Grows when Pods or containers come or go, or a connection changes.
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// The Pods there are, or were while they were followed.
    Set<String> pods() {
        return new TreeSet<>(colours.keySet());
    }

    Set<String> containers() {
        Set<String> names = new TreeSet<>();
        runs.keySet().forEach(run -> names.add(run.container()));
        return names;
    }

    /// How many logs are followed now.
    long open() {
        return runs.values().stream().filter(Following::isOpen).count();
    }

    /// How many containers are not followed, for there are too many.
    int leftOut() {
        return left;
    }

    private void look() {
        if (closed) {
            return;
        }
        List<Pod> there = PodsOf.of(session.observed(), object);
        List<ContainerRun.Known> known =
                there.stream().flatMap(pod -> ContainerRun.of(pod).stream()).toList();
        int share = Math.max(FEWEST_PAST_LINES, PAST_LINES / Math.max(1, known.size()));
        int skipped = 0;
        boolean changed = false;
        for (ContainerRun.Known each : known) {
            Following following = runs.get(each.run());
            if (following != null) {
                following.learn(each.ended());
            } else if (each.begun() && open() >= MOST_RUNS) {
                skipped++;
            } else if (each.begun() && isWanted(each)) {
                begin(each, share);
                changed = true;
            }
        }
        changed |= left != skipped;
        left = skipped;
        noticeGone(there);
        if (changed) {
            version.set(version.get() + 1);
        }
    }

    /// The run before the last exists only where there was a restart.
    private boolean isWanted(ContainerRun.Known each) {
        return !previous || each.run().restarts() > 0;
    }

    private void begin(ContainerRun.Known each, int share) {
        ContainerRun run = each.run();
        colours.putIfAbsent(run.pod().name(), colours.size());
        Following following = new Following(run, share);
        runs.put(run, following);
        following.learn(each.ended());
        following.open();
    }

    private void noticeGone(List<Pod> there) {
        Set<String> now = new TreeSet<>();
        there.forEach(pod -> now.add(pod.getMetadata().getName()));
        List<LogLine> notices = new ArrayList<>();
        for (String pod : pods) {
            if (!now.contains(pod) && colours.containsKey(pod)) {
                notices.add(notice(pod, "", messages.get("logs.gone", pod)));
            }
        }
        runs.entrySet()
                .removeIf(entry -> !now.contains(entry.getKey().pod().name())
                        && !entry.getValue().isOpen());
        pods = now;
        book.add(notices);
    }

    private LogLine notice(String pod, String container, String text) {
        return new LogLine(session.now(), pod, container, colours.getOrDefault(pod, 0), text, true);
    }

    private void hear(List<Heard> all) {
        if (closed) {
            return;
        }
        List<LogLine> lines = new ArrayList<>();
        boolean changed = false;
        for (Heard each : all) {
            if (each.attempt() != each.of().attempt) {
                continue;
            }
            if (each.over()) {
                book.add(lines);
                lines.clear();
                each.of().over(each.broken());
                changed = true;
            } else {
                each.of().read(each.text()).ifPresent(lines::add);
            }
        }
        book.add(lines);
        if (changed) {
            version.set(version.get() + 1);
        }
    }

    /// Ends all of it.
    void close() {
        closed = true;
        watching.unsubscribe();
        runs.values().forEach(Following::close);
    }

    /// The log of one run as it is followed.
    private final class Following {

        private final ContainerRun run;
        private final int share;
        private Optional<Subscription> open = Optional.empty();
        private Optional<ContainerStateTerminated> ended = Optional.empty();
        private final Told told;
        private Duration pause = FIRST_PAUSE;
        private boolean asked;
        private boolean lost;
        private boolean toldEnd;
        private int attempt;

        Following(ContainerRun run, int share) {
            this.run = run;
            this.share = share;
            this.told = LogFollowing.this.told.computeIfAbsent(name(), _ -> new Told());
        }

        private String name() {
            return run.pod().name() + "/" + run.container();
        }

        boolean isOpen() {
            return asked || open.isPresent();
        }

        void open() {
            if (closed || isOpen()) {
                return;
            }
            asked = true;
            int number = ++attempt;
            told.beginAgain();
            Optional<Instant> last = told.last();
            LogWish wish = new LogWish(
                    previous, !previous, last.isPresent() ? OptionalInt.empty() : OptionalInt.of(share), last, true);
            session.ask(cluster -> cluster.containers()
                            .orElseThrow(() -> new ClusterException(0, "NoContainers", messages.get("logs.none")))
                            .log(
                                    run.pod(),
                                    run.container(),
                                    wish,
                                    text -> batch.add(new Heard(this, number, text, false, Optional.empty())),
                                    end -> batch.add(new Heard(this, number, "", true, end))))
                    .then(this::opened)
                    .otherwise(this::refused)
                    .start();
        }

        private void opened(Subscription subscription) {
            if (closed || !asked) {
                end(subscription);
                return;
            }
            asked = false;
            open = Optional.of(subscription);
            pause = FIRST_PAUSE;
            if (lost) {
                lost = false;
                say(messages.get("logs.again", name()));
            }
            version.set(version.get() + 1);
        }

        private void refused(Exception failure) {
            asked = false;
            boolean forGood = failure instanceof ClusterException refused
                    && (refused.code() == 403 || refused.code() == 404 || refused.code() == 401);
            if (forGood) {
                say(messages.get("logs.refused", name(), String.valueOf(failure.getMessage())));
            } else {
                lost("logs.unread", String.valueOf(failure.getMessage()));
            }
        }

        /// A line, unless it was told before the connection dropped. What has no time goes on with the line before.
        Optional<LogLine> read(String text) {
            LogLine line = LogLine.read(
                    text,
                    run.pod().name(),
                    run.container(),
                    colours.getOrDefault(run.pod().name(), 0),
                    told.last().orElseGet(session::now));
            return told.isNew(line.at()) ? Optional.of(line) : Optional.empty();
        }

        void over(Optional<String> broken) {
            asked = false;
            open.ifPresent(this::end);
            open = Optional.empty();
            if (broken.isPresent()) {
                lost("logs.dropped", broken.get());
            } else if (previous) {
                toldEnd = true;
            } else if (ended.isPresent()) {
                sayEnd();
            } else {
                // a server may end a stream by itself; whether the container has ended is told soon
                later.accept(FIRST_PAUSE.multipliedBy(5), () -> {
                    if (ended.isEmpty() && session.observed().find(run.pod()).isPresent()) {
                        open();
                    }
                });
            }
        }

        /// @param said how that is told
        private void lost(String said, String why) {
            if (!lost) {
                lost = true;
                say(messages.get(said, name(), why));
            }
            later.accept(pause, () -> {
                if (session.observed().find(run.pod()).isPresent()) {
                    open();
                }
            });
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }

        void learn(Optional<ContainerStateTerminated> how) {
            ended = how;
            if (how.isPresent() && !isOpen() && attempt > 0) {
                sayEnd();
            }
        }

        private void sayEnd() {
            if (!toldEnd && !lost) {
                toldEnd = true;
                ended.ifPresent(how -> say(messages.get(
                        "logs.ended",
                        name(),
                        Objects.requireNonNullElse(how.getReason(), ""),
                        String.valueOf(how.getExitCode()))));
            }
        }

        private void say(String text) {
            book.add(List.of(notice(run.pod().name(), run.container(), text)));
        }

        void close() {
            attempt++;
            asked = false;
            open.ifPresent(this::end);
            open = Optional.empty();
        }

        /// Where the cluster wants it.
        private void end(Subscription subscription) {
            session.ask(_ -> {
                        subscription.close();
                        return true;
                    })
                    .otherwise(_ -> {
                        // a cluster that is gone tells nothing more anyway
                    })
                    .start();
        }
    }
}

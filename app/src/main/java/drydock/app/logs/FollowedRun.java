package drydock.app.logs;

import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Subscription;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The log of one run of a container as it is followed: a connection that drops is made anew, after pauses that grow,
/// from where it dropped. Belongs to the JavaFX thread.
final class FollowedRun {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// What is heard of a run, on any thread.
    ///
    /// @param attempt which of its connections it was heard on
    /// @param text a line; empty at the end
    /// @param over whether the connection is over
    /// @param broken why, where it did not end in good order
    record Heard(FollowedRun of, int attempt, String text, boolean over, Optional<String> broken) {}

    /// What all runs of a following share.
    ///
    /// @param previous whether the runs before the last are wanted, which have ended
    /// @param heard brings what is heard to the JavaFX thread
    /// @param changed called when a connection is there
    /// @param later lets something happen later on the JavaFX thread
    record Ways(
            ClusterSession session,
            boolean previous,
            LogPage page,
            Messages messages,
            Consumer<Heard> heard,
            Runnable changed,
            BiConsumer<Duration, Runnable> later) {}

    private final Ways ways;
    private final ContainerRun run;
    private final int share;
    private final Told told;
    private Optional<Subscription> open = Optional.empty();
    private Optional<ContainerStateTerminated> ended = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private boolean asked;
    private boolean lost;
    private boolean toldEnd;
    private boolean closed;
    private int attempt;

    /// @param share how many lines of the past are wanted, where none was told
    /// @param told how far the container's log was told by runs before
    FollowedRun(Ways ways, ContainerRun run, int share, Told told) {
        this.ways = ways;
        this.run = run;
        this.share = share;
        this.told = told;
    }

    private String name() {
        return run.pod().name() + "/" + run.container();
    }

    /// Whether it is followed now, or will be in a moment.
    boolean isOpen() {
        return asked || open.isPresent();
    }

    /// Begins to follow it, or goes on with it.
    void open() {
        if (closed || isOpen()) {
            return;
        }
        asked = true;
        int number = ++attempt;
        told.beginAgain();
        Optional<Instant> last = told.last();
        LogWish wish = new LogWish(
                ways.previous(),
                !ways.previous(),
                last.isPresent() ? OptionalInt.empty() : OptionalInt.of(share),
                last,
                true);
        ways.session()
                .ask(cluster -> cluster.containers()
                        .orElseThrow(() -> new ClusterException(
                                0, "NoContainers", ways.messages().get("logs.none")))
                        .log(
                                run.pod(),
                                run.container(),
                                wish,
                                text -> ways.heard().accept(new Heard(this, number, text, false, Optional.empty())),
                                end -> ways.heard().accept(new Heard(this, number, "", true, end))))
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
            say(ways.messages().get("logs.again", name()));
        }
        ways.changed().run();
    }

    private void refused(Exception failure) {
        asked = false;
        boolean forGood = failure instanceof ClusterException refused
                && (refused.code() == 403 || refused.code() == 404 || refused.code() == 401);
        if (forGood) {
            say(ways.messages().get("logs.refused", name(), String.valueOf(failure.getMessage())));
        } else {
            lost("logs.unread", String.valueOf(failure.getMessage()));
        }
    }

    /// Whether something was heard on the connection that is there now.
    boolean isOf(Heard heard) {
        return heard.attempt() == attempt;
    }

    /// A line, unless it was told before the connection dropped. What has no time goes on with the line before.
    Optional<LogLine> read(String text) {
        LogLine line = ways.page().read(text, run, told.last().orElseGet(ways.session()::now));
        return told.isNew(line.at()) ? Optional.of(line) : Optional.empty();
    }

    /// The connection is over.
    ///
    /// @param broken why, where it did not end in good order
    void over(Optional<String> broken) {
        asked = false;
        open.ifPresent(this::end);
        open = Optional.empty();
        if (broken.isPresent()) {
            lost("logs.dropped", broken.get());
        } else if (ways.previous()) {
            toldEnd = true;
        } else if (ended.isPresent()) {
            sayEnd();
        } else {
            // a server may end a stream by itself; whether the container has ended is told soon
            ways.later().accept(FIRST_PAUSE.multipliedBy(5), () -> {
                if (ended.isEmpty() && isThere()) {
                    open();
                }
            });
        }
    }

    /// @param said how that is told
    private void lost(String said, String why) {
        if (!lost) {
            lost = true;
            say(ways.messages().get(said, name(), why));
        }
        ways.later().accept(pause, () -> {
            if (isThere()) {
                open();
            }
        });
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /// Whether the Pod is there still, and not another one of its name.
    private boolean isThere() {
        return ways.session()
                .observed()
                .find(run.pod())
                .filter(pod -> run.uid()
                        .equals(Objects.requireNonNullElse(pod.getMetadata().getUid(), "")))
                .isPresent();
    }

    /// Whether the container has ended, and how.
    void learn(Optional<ContainerStateTerminated> how) {
        ended = how;
        if (how.isPresent() && !isOpen() && attempt > 0) {
            sayEnd();
        }
    }

    private void sayEnd() {
        if (!toldEnd && !lost) {
            toldEnd = true;
            ended.ifPresent(how -> say(ways.messages()
                    .get(
                            "logs.ended",
                            name(),
                            Objects.requireNonNullElse(how.getReason(), ""),
                            String.valueOf(how.getExitCode()))));
        }
    }

    private void say(String text) {
        ways.page().add(List.of(ways.page().notice(run.pod().name(), run.container(), text)));
    }

    /// Ends it for good.
    void close() {
        closed = true;
        attempt++;
        asked = false;
        open.ifPresent(this::end);
        open = Optional.empty();
    }

    /// Where the cluster wants it.
    private void end(Subscription subscription) {
        ways.session()
                .ask(_ -> {
                    subscription.close();
                    return true;
                })
                .otherwise(_ -> {
                    // a cluster that is gone tells nothing more anyway
                })
                .start();
    }
}

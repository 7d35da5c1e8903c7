package drydock.app.logs;

import drydock.app.logs.FollowedRun.Heard;
import drydock.app.session.ClusterSession;
import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// The logs of all containers of an object's Pods, followed together into one book: Pods that come are joined,
/// containers that restart are followed on. Belongs to the JavaFX thread.
final class LogFollowing {

    /// So many containers are followed at most.
    static final int MOST_RUNS = 100;

    /// Of so many lines of the past the containers have each their share.
    private static final int PAST_LINES = 5_000;

    private static final int FEWEST_PAST_LINES = 50;

    private final Messages messages = Messages.of(LogFollowing.class);
    private final ClusterSession session;
    private final ResourceId object;
    private final boolean previous;
    private final LogPage page;
    private final FollowedRun.Ways ways;
    private final Map<ContainerRun, FollowedRun> runs = new LinkedHashMap<>();

    /// How far each container was told, over all its runs.
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
        this.page = new LogPage(session, book);
        FrameBatch<Heard> batch = new FrameBatch<>(tasks, this::hear);
        this.ways = new FollowedRun.Ways(session, previous, page, messages, batch::add, this::tellChange, later);
        watching = session.observed().versionProperty().subscribe(this::look);
        look();
    }

    /// Grows when Pods or containers come or go, or a connection changes.
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// The Pods there are, or were while they were followed.
    Set<String> pods() {
        return page.pods();
    }

    Set<String> containers() {
        Set<String> names = new TreeSet<>();
        runs.keySet().forEach(run -> names.add(run.container()));
        return names;
    }

    /// How many logs are followed now.
    long open() {
        return runs.values().stream().filter(FollowedRun::isOpen).count();
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
            FollowedRun following = runs.get(each.run());
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
            tellChange();
        }
    }

    /// The run before the last exists only where there was a restart.
    private boolean isWanted(ContainerRun.Known each) {
        return !previous || each.run().restarts() > 0;
    }

    private void begin(ContainerRun.Known each, int share) {
        ContainerRun run = each.run();
        page.join(run.pod());
        Told before = told.computeIfAbsent(run.pod().name() + "/" + run.container(), _ -> new Told());
        FollowedRun following = new FollowedRun(ways, run, share, before);
        runs.put(run, following);
        following.learn(each.ended());
        following.open();
    }

    private void noticeGone(List<Pod> there) {
        Set<String> now = new TreeSet<>();
        there.forEach(pod -> now.add(pod.getMetadata().getName()));
        List<LogLine> notices = new ArrayList<>();
        for (String pod : pods) {
            if (!now.contains(pod) && page.pods().contains(pod)) {
                notices.add(page.notice(pod, "", messages.get("logs.gone", pod)));
            }
        }
        runs.entrySet().removeIf(entry -> {
            boolean gone = !now.contains(entry.getKey().pod().name())
                    && !entry.getValue().isOpen();
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        pods = now;
        page.add(notices);
    }

    private void tellChange() {
        version.set(version.get() + 1);
    }

    private void hear(List<Heard> all) {
        if (closed) {
            return;
        }
        List<LogLine> lines = new ArrayList<>();
        boolean changed = false;
        for (Heard each : all) {
            if (!each.of().isOf(each)) {
                continue;
            }
            if (each.over()) {
                page.add(lines);
                lines.clear();
                each.of().over(each.broken());
                changed = true;
            } else {
                each.of().read(each.text()).ifPresent(lines::add);
            }
        }
        page.add(lines);
        if (changed) {
            tellChange();
        }
    }

    /// Ends all of it.
    void close() {
        closed = true;
        watching.unsubscribe();
        runs.values().forEach(FollowedRun::close);
    }
}

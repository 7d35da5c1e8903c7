package drydock.app.simulation;

import drydock.app.observe.Observed;
import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.app.timeline.Playback;
import drydock.app.timeline.TimeMark;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.render.load.Loads;
import drydock.render.traffic.Traffic;
import drydock.sim.KubernetesService;
import drydock.sim.run.RecordedRun;
import drydock.sim.store.Snapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Tells the window what a simulation holds, and which moment of it is seen: the simulation's thread tells, the JavaFX
/// thread hears it, once a frame.
final class MomentFeed {

    private final RunPlayer player;
    private final List<ResourceKind> watched;
    private final Observed observed;
    private final Playback playback;
    private final FrameBatch<Moment> moments;
    private final Marks marksOf;
    private final TrafficView trafficOf;
    private final LoadView loadOf;
    private final Instant start;
    private final ReadOnlyObjectWrapper<Traffic> traffic = new ReadOnlyObjectWrapper<>(this, "traffic", Traffic.NONE);
    private final ReadOnlyObjectWrapper<Loads> loads = new ReadOnlyObjectWrapper<>(this, "loads", Loads.NONE);

    /// Where the simulation stands.
    ///
    /// @param past the moment that is looked back at, since the start
    /// @param held what the cluster held then
    private record Moment(
            Duration elapsed,
            Optional<Duration> past,
            Collection<HasMetadata> held,
            List<TimeMark> marks,
            Traffic traffic,
            Loads loads) {}

    /// Begins to tell, first what is there.
    ///
    /// @param player plays `run`
    /// @param watched the kinds that are told of
    /// @param observed is told what the cluster holds
    /// @param playback is told the time
    MomentFeed(
            RecordedRun run,
            RunPlayer player,
            List<ResourceKind> watched,
            Observed observed,
            Playback playback,
            Tasks tasks) {
        this.player = player;
        this.watched = watched;
        this.observed = observed;
        this.playback = playback;
        this.moments = new FrameBatch<>(tasks, this::show);
        this.marksOf = new Marks(run);
        this.start = run.options().start();
        this.loadOf = new LoadView(run.load());
        this.trafficOf = new TrafficView(run.simulation().network(), start);
        for (ResourceKind kind : watched) {
            observed.expect(kind);
            run.cluster().list(Query.all(kind)).forEach(object -> observe(new ClusterEvent.Added(object)));
            run.cluster().watch(Query.all(kind), this::observe);
        }
        tell();
    }

    ReadOnlyObjectProperty<Traffic> trafficProperty() {
        return traffic.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Loads> loadsProperty() {
        return loads.getReadOnlyProperty();
    }

    /// Tells which moment is seen now. Called by the simulation's thread when another one is.
    void tell() {
        OptionalLong moment = player.past();
        moments.add(new Moment(
                Duration.ofNanos(player.presentNanos()),
                moment.isPresent() ? Optional.of(Duration.ofNanos(moment.getAsLong())) : Optional.empty(),
                moment.isPresent() ? heldThen() : List.of(),
                marksOf.next(),
                trafficOf.at(start.plusNanos(player.seenNanos()), player.speed(), System.nanoTime()),
                loadOf.at(start.plusNanos(player.seenNanos()))));
    }

    /// What was held of the kinds that are watched: the past looks as the present does.
    private List<HasMetadata> heldThen() {
        Snapshot then = player.now();
        return watched.stream()
                .flatMap(kind -> then.list(kind, "").stream())
                .filter(MomentFeed::isOfInterest)
                .toList();
    }

    private void observe(ClusterEvent event) {
        boolean told = switch (event) {
            case ClusterEvent.Added(var object) -> isOfInterest(object);
            case ClusterEvent.Modified(var object) -> isOfInterest(object);
            case ClusterEvent.Deleted(var object) -> isOfInterest(object);
            default -> true;
        };
        if (told) {
            observed.accept(event);
        }
    }

    /// Whether it is seen on the canvas: the API server's own Service is not, which belongs to no design.
    private static boolean isOfInterest(HasMetadata object) {
        return !KubernetesService.has(ResourceId.of(object));
    }

    private void show(List<Moment> told) {
        told.forEach(moment -> playback.mark(moment.marks()));
        Moment last = told.getLast();
        playback.reached(last.elapsed());
        playback.sees(last.past());
        traffic.set(last.traffic());
        loads.set(last.loads());
        if (last.past().isPresent()) {
            observed.lookBack(last.held());
        } else {
            observed.lookAtThePresent();
        }
    }
}

package drydock.app.canvas;

import drydock.app.layout.LayoutRun;
import drydock.app.layout.LayoutRuns;
import drydock.app.task.Tasks;
import drydock.model.resource.ResourceId;
import drydock.render.figure.Picture;
import drydock.render.figure.SceneBuilder;
import drydock.render.geometry.Rect;
import drydock.render.layout.Layout;
import drydock.render.layout.Plan;
import drydock.render.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Makes the scenes of a canvas: at once, or in the background where so much is new that the window would
/// stand still.
/// What has no place comes to stand in rows, and goes from there to where a layout in the background puts it.
///
/// Belongs to the JavaFX thread; the builder is with one thread at a time.
final class SceneMaker {

    /// Where a scene takes longer, and a cluster changes it, the next is made in the background.
    private static final long SLOW_NANOS = 30_000_000;

    private final SceneBuilder builder;
    private final Tasks tasks;
    private final LayoutRuns layouts;
    private final Supplier<Picture> wanted;
    private final Runnable wake;
    private final Rest rest;
    private Picture shown = Picture.EMPTY;
    private Map<ResourceId, Rect> places = Map.of();
    private boolean makes;
    private Optional<Scene> made = Optional.empty();
    private final List<Runnable> afterwards = new ArrayList<>();
    private Optional<Plan<ResourceId>> plan = Optional.empty();
    private Optional<LayoutRun> run = Optional.empty();
    private boolean muchMoved;
    private long tookNanos;
    private long madeNanos;
    private final LongSupplier clock;

    /// Does something after a while in which nobody wanted anything of it.
    interface Rest {
        /// Does `action` a while later, unless this is called before.
        void then(Runnable action);
    }

    /// @param wanted what is to be drawn at a moment
    /// @param wake called when a scene that was made in the background is there, or another is to be made
    /// @param rest what is laid out is begun anew after it: while a figure is dragged that changes with every frame
    SceneMaker(
            SceneBuilder builder, Tasks tasks, LayoutRuns layouts, Supplier<Picture> wanted, Runnable wake, Rest rest) {
        this(builder, tasks, layouts, wanted, wake, rest, System::nanoTime);
    }

    /// @param clock nanoseconds since any moment
    SceneMaker(
            SceneBuilder builder,
            Tasks tasks,
            LayoutRuns layouts,
            Supplier<Picture> wanted,
            Runnable wake,
            Rest rest,
            LongSupplier clock) {
        this.clock = clock;
        this.rest = rest;
        this.builder = builder;
        this.tasks = tasks;
        this.layouts = layouts;
        this.wanted = wanted;
        this.wake = wake;
    }

    /// Whether a scene is being made in the background; no other can be made meanwhile.
    boolean makes() {
        return makes;
    }

    /// Whether it was at work for as long as it takes now to let others be: a large cluster that never stands still
    /// would else have scenes made without a pause.
    boolean rests() {
        return tookNanos > SLOW_NANOS && clock.getAsLong() - madeNanos < tookNanos;
    }

    /// The figures of the last scene that can be moved on their own, and where they are.
    Map<ResourceId, Rect> places() {
        return places;
    }

    /// A scene that has been made in the background since the last call.
    Optional<Scene> made() {
        Optional<Scene> scene = made;
        made = Optional.empty();
        return scene;
    }

    /// The scene of what is wanted now; empty if it is made in the background.
    Optional<Scene> make() {
        Picture picture = wanted.get();
        boolean much = muchMoved || Novelty.isMuch(shown, picture) || isSlow(picture);
        muchMoved = false;
        if (!much) {
            Sketched sketched = sketched(picture);
            made(picture, sketched);
            return Optional.of(sketched.scene());
        }
        makes = true;
        tasks.work(() -> sketched(picture))
                .then(sketched -> {
                    made(picture, sketched);
                    made = Optional.of(sketched.scene()).filter(_ -> !Novelty.isOther(picture, wanted.get()));
                    end();
                })
                .otherwise(failure -> {
                    end();
                    throw new IllegalStateException("no scene could be made", failure);
                })
                .start();
        return Optional.empty();
    }

    /// A scene, and how long it took.
    private record Sketched(Scene scene, long nanos) {}

    private Sketched sketched(Picture picture) {
        long begun = clock.getAsLong();
        return new Sketched(builder.sketch(picture), clock.getAsLong() - begun);
    }

    /// What the user does shows at once, whatever it takes.
    private boolean isSlow(Picture picture) {
        return tookNanos > SLOW_NANOS && Novelty.isOfManyFromElsewhere(shown, picture);
    }

    private void made(Picture picture, Sketched sketched) {
        tookNanos = sketched.nanos();
        madeNanos = clock.getAsLong();
        shown = picture;
        places = builder.places();
        follow(builder.open());
    }

    private void end() {
        makes = false;
        afterwards.forEach(Runnable::run);
        afterwards.clear();
        wake.run();
    }

    /// Lays out what is open, unless this is on its way. Where that has changed, the layout before goes on until the
    /// next begins, and is then of no use.
    private void follow(Optional<Plan<ResourceId>> open) {
        if (open.equals(plan)) {
            return;
        }
        boolean changed = plan.isPresent() && open.isPresent();
        plan = open;
        if (changed) {
            rest.then(this::layOut);
        } else {
            layOut();
        }
    }

    private void layOut() {
        run.ifPresent(layouts::drop);
        run = plan.map(next -> layouts.start(
                next.items().size() - next.fixed().size(),
                watch -> Layout.complete(next, watch),
                found -> settle(next, () -> builder.settle(found)),
                () -> plan.ifPresent(now -> settle(now, builder::settleForRows))));
    }

    /// Ends what was open, as soon as nobody else has the builder; a plan that is open no more settles
    /// nothing.
    private void settle(Plan<ResourceId> settled, Runnable how) {
        Runnable settling = () -> {
            if (plan.filter(settled::equals).isPresent()) {
                plan = Optional.empty();
                muchMoved = settled.items().size() > Novelty.MUCH;
                how.run();
                wake.run();
            }
        };
        if (makes) {
            afterwards.add(settling);
        } else {
            settling.run();
        }
    }
}

package drydock.render.benchmark;

import drydock.model.diagram.Diagram;
import drydock.model.resource.ResourceId;
import drydock.render.figure.Picture;
import drydock.render.figure.SceneBuilder;
import drydock.render.geometry.Point;
import drydock.render.layout.Layout;
import drydock.render.layout.LayoutWatch;
import drydock.render.layout.Plan;
import drydock.render.testing.FxToolkit;
import drydock.render.testing.Shop;
import drydock.render.text.FxTextMeasure;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Measures how long pictures of shops take to be laid out.
///
/// `docs/performance.md` has the command and the figures.
public final class LayoutBenchmark {

    private LayoutBenchmark() {}

    public static void main(String[] arguments) {
        FxToolkit.call(() -> true);
        for (int objects : new int[] {100, 1_000, 1_000, 10_000, 10_000}) {
            measure(objects);
        }
        System.exit(0);
    }

    private static void measure(int objects) {
        SceneBuilder builder = new SceneBuilder(Locale.ENGLISH, new FxTextMeasure());
        Picture picture = Picture.of(Shop.objects(objects, 1), Diagram.EMPTY);
        System.out.println(objects + " objects");
        timed("  scene in rows", () -> builder.sketch(picture));
        Optional<Plan<ResourceId>> open = builder.open();
        Map<ResourceId, Point> places = timed("  layout", () -> Layout.complete(open.orElseThrow(), LayoutWatch.NONE));
        builder.settle(places);
        timed("  scene laid out", () -> builder.sketch(picture));
        timed("  the same again", () -> builder.sketch(picture));
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf("%-20s %6.0f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }
}

package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.Group;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import drydock.render.testing.Shop;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// A picture of whatever objects, as it comes from the layout: cards apart, lines and labels beside them.
class LaidOutSceneTest {

    private static Picture picture(int count, long seed) {
        Random random = new Random(seed);
        List<HasMetadata> objects = Shop.objects(count, seed);
        TreeSet<ResourceId> some = new TreeSet<>();
        objects.stream().map(ResourceId::of).filter(_ -> random.nextInt(8) == 0).forEach(some::add);
        Diagram diagram = Diagram.EMPTY;
        if (random.nextBoolean() && !some.isEmpty()) {
            diagram = diagram.withGroups(List.of(new Group("g", "A group", some)));
        }
        if (random.nextInt(4) == 0) {
            diagram = diagram.withCollapsed(List.of(ResourceId.of(Kinds.NAMESPACE, "", "shop")));
        }
        return Picture.of(objects, diagram);
    }

    private static List<Figure> figures(Scene scene, Figure.Layer layer) {
        return scene.figures().stream()
                .filter(figure -> figure.layer() == layer)
                .toList();
    }

    private static void assertApart(List<Rect> rects) {
        for (int i = 0; i < rects.size(); i++) {
            for (int j = i + 1; j < rects.size(); j++) {
                assertThat(rects.get(i).intersects(rects.get(j)))
                        .as("%s and %s", rects.get(i), rects.get(j))
                        .isFalse();
            }
        }
    }

    @Property(tries = 60)
    void cardsStandApartAndNoLineOrLabelLiesOnOneThatIsNotItsEnd(
            @ForAll @IntRange(max = 45) int count, @ForAll long seed) {
        Scene scene =
                new SceneBuilder(Locale.ENGLISH, (text, style) -> 6.0 * text.length()).build(picture(count, seed));
        List<Figure> cards = figures(scene, Figure.Layer.CARD);
        List<Rect> labels = new ArrayList<>();
        for (Figure edge : figures(scene, Figure.Layer.EDGE)) {
            for (Mark mark : edge.marks()) {
                if (mark instanceof Mark.Line line) {
                    assertBesideCards(edge, line, cards);
                } else if (mark instanceof Mark.Backing backing) {
                    labels.add(backing.rect()
                            .moved(edge.bounds().x(), edge.bounds().y()));
                }
            }
        }

        List<Rect> all = new ArrayList<>(labels);
        cards.forEach(card -> all.add(card.bounds()));
        assertApart(all);
    }

    private static void assertBesideCards(Figure edge, Mark.Line line, List<Figure> cards) {
        FigureId.Edge ends = (FigureId.Edge) edge.id();
        for (int i = 1; i < line.points().size(); i++) {
            Point a = line.points()
                    .get(i - 1)
                    .plus(edge.bounds().x(), edge.bounds().y());
            Point b = line.points().get(i).plus(edge.bounds().x(), edge.bounds().y());
            Rect piece = new Rect(
                    Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
            for (Figure card : cards) {
                if (!card.id().equals(new FigureId.Of(ends.from()))
                        && !card.id().equals(new FigureId.Of(ends.to()))) {
                    assertThat(card.bounds().intersects(piece))
                            .as("%s on %s", ends, card.id())
                            .isFalse();
                }
            }
        }
    }
}

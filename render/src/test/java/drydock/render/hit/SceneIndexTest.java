package drydock.render.hit;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Region;
import drydock.render.scene.Scene;
import drydock.render.testing.Cards;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneIndexTest {

    @Test
    void theUppermostFigureIsFound() {
        Figure below = Cards.card(1, 0, 0);
        Figure above = Cards.card(2, 100, 50);
        SceneIndex index = SceneIndex.of(Cards.scene(List.of(below, above)));

        assertThat(index.topmost(new Point(150, 80), 4)).contains(above);
        assertThat(index.topmost(new Point(20, 20), 4)).contains(below);
        assertThat(index.topmost(new Point(-20, 20), 4)).isEmpty();
    }

    @Test
    void aLineIsHitNearItAndNotElsewhereInItsBounds() {
        Figure edge = Cards.edge("e", new Point(0, 0), new Point(0, 100), new Point(200, 100));
        SceneIndex index = SceneIndex.of(Cards.scene(List.of(edge)));

        assertThat(index.topmost(new Point(3, 40), 4)).contains(edge);
        assertThat(index.topmost(new Point(100, 40), 4)).isEmpty();
        assertThat(index.nearestEdge(new Point(100, 106), 10)).contains(edge);
        assertThat(index.nearestEdge(new Point(100, 120), 10)).isEmpty();
    }

    @Test
    void aCardHidesTheLineBelowIt() {
        Figure edge = Cards.edge("e", new Point(-50, 50), new Point(400, 50));
        Figure card = Cards.card(1, 0, 0);
        SceneIndex index = SceneIndex.of(Cards.scene(List.of(edge, card)));

        assertThat(index.topmost(new Point(100, 50), 4)).contains(card);
        assertThat(index.topmost(new Point(300, 50), 4)).contains(edge);
    }

    @Test
    void whatHasMovedSinceTheFirstSceneIsFoundWhereItIsNow() {
        Random random = new Random(8);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            figures.add(Cards.card(i, random.nextDouble(-2_000, 2_000), random.nextDouble(-400, 4_000)));
        }
        SceneIndex index = SceneIndex.of(Cards.scene(figures));
        for (int step = 0; step < 100; step++) {
            int moved = random.nextInt(300);
            figures.set(moved, Cards.card(moved, random.nextDouble(-2_000, 2_000), random.nextDouble(-400, 4_000)));
            index = index.updated(Cards.scene(figures));

            Rect area = new Rect(random.nextDouble(-2_000, 2_000), random.nextDouble(-900, 4_000), 900, 700);
            assertThat(index.touching(area))
                    .as("step %d", step)
                    .isEqualTo(figures.stream()
                            .filter(f -> f.bounds().intersects(area))
                            .toList());
            assertThat(index.find(figures.get(moved).id())).contains(figures.get(moved));
        }
    }

    @Test
    void theSearchFindsWhatLookingAtEachFigureFinds() {
        Random random = new Random(7);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < 2_345; i++) {
            figures.add(Cards.card(i, random.nextDouble(-9_000, 9_000), random.nextDouble(-400, 4_000)));
        }
        SceneIndex index = SceneIndex.of(Cards.scene(figures));
        for (int i = 0; i < 50; i++) {
            Rect area = new Rect(
                    random.nextDouble(-9_500, 9_000), random.nextDouble(-900, 4_000), random.nextDouble(2_000), 700);

            List<Figure> touching =
                    figures.stream().filter(f -> f.bounds().intersects(area)).toList();
            assertThat(index.touching(area)).isEqualTo(touching);
            assertThat(index.within(area)).allMatch(touching::contains);
            assertThat(index.visible(area)).isSorted().hasSizeGreaterThanOrEqualTo(touching.size());
        }
    }

    @Test
    void allIsVisibleFromFarAway() {
        Scene scene = Cards.grid(5_000, 70);

        assertThat(SceneIndex.of(scene).visible(new Rect(-100, -100, 1e6, 1e6)))
                .containsExactly(IntStream.range(0, 5_000).toArray());
    }

    @Test
    void anEmptySceneHoldsNothing() {
        SceneIndex index = SceneIndex.of(Cards.scene(List.of()));

        assertThat(index.topmost(new Point(0, 0), 5)).isEmpty();
        assertThat(index.visible(new Rect(0, 0, 10, 10))).isEmpty();
        assertThat(index.find(new FigureId.Named("x"))).isEmpty();
    }

    @Test
    void figuresAtOnePointAreAllFound() {
        List<Figure> pile =
                IntStream.range(0, 100).mapToObj(i -> Cards.card(i, 0, 0)).toList();

        assertThat(SceneIndex.of(Cards.scene(pile)).touching(new Rect(5, 5, 1, 1)))
                .isEqualTo(pile);
    }

    @Test
    void theNextSceneIsFoundInTheNextIndex() {
        Figure before = Cards.card(1, 0, 0);
        SceneIndex index = SceneIndex.of(Cards.scene(List.of(before)));

        Figure faded = before.faded(0.5);
        assertThat(index.updated(Cards.scene(List.of(faded))).topmost(new Point(5, 5), 0))
                .contains(faded);
        Figure moved = before.at(500, 0);
        SceneIndex next = index.updated(Cards.scene(List.of(moved)));
        assertThat(next.topmost(new Point(5, 5), 0)).isEmpty();
        assertThat(next.find(before.id())).contains(moved);
    }

    @Test
    void thePartOfAFigureUnderThePointIsFound() {
        Region chip = new Region("spec.containers[0]", new Rect(12, 48, 88, 24), "app");
        Figure card = Cards.card(1, 1_000, 0).divided(List.of(chip));

        assertThat(SceneIndex.regionAt(card, new Point(1_020, 60))).contains(chip);
        assertThat(SceneIndex.regionAt(card, new Point(1_020, 5))).isEmpty();
    }
}

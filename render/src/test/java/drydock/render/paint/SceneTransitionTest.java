package drydock.render.paint;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.scene.Figure;
import drydock.render.scene.Scene;
import drydock.render.testing.Cards;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneTransitionTest {

    private final Scene from = Cards.scene(List.of(Cards.card(1, 0, 0), Cards.card(2, 0, 200)));
    private final Scene to = Cards.scene(List.of(Cards.card(1, 100, 0), Cards.card(3, 0, 200)));

    @Test
    void whatStaysMovesWhatIsNewFadesInAndWhatIsGoneFadesOut() {
        Scene half = SceneTransition.between(from, to, false).at(SceneTransition.MILLIS / 2);

        assertThat(figure(half, "nginx-1").bounds().x()).isEqualTo(50);
        assertThat(figure(half, "nginx-1").opacity()).isEqualTo(1);
        assertThat(figure(half, "nginx-2").opacity()).isEqualTo(0.5);
        assertThat(figure(half, "nginx-3").opacity()).isEqualTo(0.5);
        assertThat(half.bounds()).isEqualTo(from.bounds().union(to.bounds()));
    }

    @Test
    void itEndsWithTheTargetInLessThanThreeHundredMilliseconds() {
        SceneTransition transition = SceneTransition.between(from, to, false);

        assertThat(transition.isOver(0)).isFalse();
        assertThat(transition.isOver(299)).isTrue();
        assertThat(transition.at(299)).isSameAs(to);
    }

    @Test
    void withReducedMotionAllIsThereAtOnce() {
        assertThat(SceneTransition.between(from, to, true).at(0)).isSameAs(to);
    }

    @Test
    void whatOnlyChangesItsLookIsNotAnimated() {
        Scene looks = Cards.scene(
                from.figures().stream().map(f -> f.divided(List.of())).toList());

        assertThat(SceneTransition.between(from, looks, false).isOver(0)).isTrue();
    }

    private static Figure figure(Scene scene, String name) {
        return scene.figures().stream()
                .filter(f -> f.description().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

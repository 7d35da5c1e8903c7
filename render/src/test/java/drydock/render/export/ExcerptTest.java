package drydock.render.export;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.figure.Legend;
import drydock.render.figure.Picture;
import drydock.render.figure.SceneBuilder;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final TextMeasure FIXED = (text, style) -> 6.0 * text.length();
    private static final ResourceId SERVICE = ResourceId.of(Kinds.SERVICE, "default", "web");
    private static final ResourceId POD = ResourceId.of(Kinds.POD, "default", "web");

    private final Scene scene = new SceneBuilder(Locale.ENGLISH, FIXED)
            .build(Picture.of(
                    List.of(
                            new ServiceBuilder()
                                    .withNewMetadata()
                                    .withName("web")
                                    .withNamespace("default")
                                    .endMetadata()
                                    .withNewSpec()
                                    .addToSelector("app", "web")
                                    .endSpec()
                                    .build(),
                            new PodBuilder()
                                    .withNewMetadata()
                                    .withName("web")
                                    .withNamespace("default")
                                    .addToLabels("app", "web")
                                    .endMetadata()
                                    .withNewSpec()
                                    .endSpec()
                                    .build()),
                    Diagram.EMPTY));

    @Test
    void anExcerptHasTheChosenFiguresAndTheLinesBetweenThem() {
        assertThat(Excerpt.of(scene, Set.of(SERVICE, POD)).figures()).isEqualTo(scene.figures());
        Scene pod = Excerpt.of(scene, Set.of(POD));
        assertThat(pod.figures()).extracting(Figure::id).containsExactly(new FigureId.Of(POD));
        assertThat(pod.bounds())
                .isEqualTo(scene.find(new FigureId.Of(POD)).orElseThrow().bounds());
        assertThat(Excerpt.of(scene, Set.of()).bounds()).isEqualTo(new Rect(0, 0, 0, 0));
    }

    @Test
    void aLegendStandsBelowAndNamesOnlyTheLinesThatAreThere() {
        Scene explained = Legend.below(scene, Locale.ENGLISH, FIXED);
        Figure legend = explained.find(new FigureId.Named("legend")).orElseThrow();

        assertThat(legend.bounds().y()).isGreaterThan(scene.bounds().bottom());
        assertThat(legend.marks().stream().filter(Mark.Label.class::isInstance).map(mark -> ((Mark.Label) mark).text()))
                .containsExactly("selects");
        assertThat(explained.bounds()).isEqualTo(scene.bounds().union(legend.bounds()));
        Scene pod = Excerpt.of(scene, Set.of(POD));
        assertThat(Legend.below(pod, Locale.ENGLISH, FIXED)).isSameAs(pod);
    }
}

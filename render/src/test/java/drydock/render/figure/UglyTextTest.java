package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.pattern.Pattern;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import drydock.render.testing.FxToolkit;
import drydock.render.text.FxTextMeasure;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts of every length and script stay within the figures that they stand on.
class UglyTextTest {

    private static final double NAMES_OVER_THE_EDGE = 0.01;

    @BeforeAll
    static void startToolkit() {
        FxToolkit.call(() -> true);
    }

    static List<Locale> languages() {
        return List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    }

    private static List<HasMetadata> ugly() {
        try (InputStream in = Objects.requireNonNull(UglyTextTest.class.getResourceAsStream("ugly.yaml"))) {
            return objects(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<HasMetadata> patterns(String name) {
        List<HasMetadata> all = new ArrayList<>();
        Pattern.OBJECTS.forEach(pattern -> pattern.manifests(name).forEach(manifest -> all.addAll(objects(manifest))));
        return all;
    }

    private static List<HasMetadata> objects(String text) {
        ManifestFile file = ManifestFile.parse("objects.yaml", text);
        assertThat(file.problems()).isEmpty();
        List<HasMetadata> objects = file.documents().stream()
                .map(ManifestDocument::object)
                .flatMap(object -> object.stream())
                .toList();
        assertThat(objects).hasSameSizeAs(file.documents());
        return objects;
    }

    private static void assertWithin(Scene scene, TextMeasure measure) {
        List<Figure> cards = scene.figures().stream()
                .filter(figure -> figure.layer() == Figure.Layer.CARD)
                .toList();
        assertThat(cards).isNotEmpty();
        for (Figure card : cards) {
            Rect edge = new Rect(0, 0, card.bounds().width(), card.bounds().height());
            for (Mark mark : card.marks()) {
                if (mark instanceof Mark.Label label) {
                    assertThat(label.text()).doesNotContain("\n");
                    String shown = measure.fit(label.text(), label.style(), label.maxWidth());
                    double width = measure.width(shown, label.style());
                    double left = switch (label.align()) {
                        case LEFT -> label.at().x();
                        case CENTER -> label.at().x() - width / 2;
                        case RIGHT -> label.at().x() - width;
                    };
                    assertThat(left).as("%s of %s", shown, card.id()).isGreaterThanOrEqualTo(4 - NAMES_OVER_THE_EDGE);
                    assertThat(left + width)
                            .as("%s of %s", shown, card.id())
                            .isLessThanOrEqualTo(edge.right() - 4 + NAMES_OVER_THE_EDGE);
                    assertThat(label.at().y()).as("%s of %s", shown, card.id()).isBetween(8.0, edge.bottom() - 3);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextReachesOverTheEdgeOfItsFigure(Locale language) {
        TextMeasure measure = new FxTextMeasure();
        for (List<HasMetadata> objects :
                List.of(ugly(), patterns("short"), patterns("长".repeat(80)), patterns("w".repeat(253)))) {
            assertWithin(new SceneBuilder(language, measure).build(Picture.of(objects, Diagram.EMPTY)), measure);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void textsOfOneRowDoNotRunIntoEachOther(Locale language) {
        TextMeasure measure = new FxTextMeasure();
        Scene scene = new SceneBuilder(language, measure).build(Picture.of(ugly(), Diagram.EMPTY));

        for (Figure card : scene.figures()) {
            List<Mark.Label> labels = card.marks().stream()
                    .filter(Mark.Label.class::isInstance)
                    .map(Mark.Label.class::cast)
                    .toList();
            for (Mark.Label left : labels) {
                for (Mark.Label right : labels) {
                    if (left.align() == Mark.Align.LEFT
                            && right.align() == Mark.Align.RIGHT
                            && left.at().y() == right.at().y()) {
                        double end =
                                left.at().x() + Math.min(measure.width(left.text(), left.style()), left.maxWidth());
                        double start =
                                right.at().x() - Math.min(measure.width(right.text(), right.style()), right.maxWidth());
                        assertThat(end).as("%s %s", left.text(), right.text()).isLessThan(start);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsCutStandsInTheDescriptionButNoSecret(Locale language) {
        Scene scene = new SceneBuilder(language, (text, style) -> 6.0 * text.length())
                .build(Picture.of(ugly(), Diagram.EMPTY));

        List<String> descriptions =
                scene.figures().stream().map(Figure::description).toList();
        assertThat(descriptions)
                .anyMatch(text -> text.contains("配置文件的名字也可以很长很长很长很长很长"))
                .anyMatch(text -> text.contains("a-host-with-a-name-that-is-far-too-long.example.com/api/v1/and/so/on"
                        + " → a-service-with-a-long-name:80"))
                .noneMatch(text -> text.contains("the password is never shown"));
    }
}

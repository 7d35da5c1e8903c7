package drydock.render.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Align;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.scene.Scene;
import drydock.render.testing.Cards;
import drydock.render.testing.FxToolkit;
import drydock.render.text.FxTextMeasure;
import drydock.render.text.TextMeasure;
import drydock.render.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ExportTest {

    private final TextMeasure measure = FxToolkit.call(FxTextMeasure::new);

    @Test
    void thePngShowsTheSceneWithItsMargin() throws Exception {
        BufferedImage image = png(Cards.grid(4, 2), 2);

        assertThat(image.getWidth()).isEqualTo((int) ((2 * Cards.WIDTH + 16 + 48) * 2));
        assertThat(image.getRGB(5, 5)).isEqualTo(Theme.DARK.colour(Ink.CANVAS).argb());
        assertThat(image.getRGB(49, 150)).isEqualTo(Theme.DARK.colour(Ink.READY).argb());
    }

    @Test
    void aPictureOfSeveralTilesHasNoSeams() throws Exception {
        BufferedImage image = png(Cards.grid(40, 20), 1);

        assertThat(image.getWidth()).isGreaterThan(4_096);
        int surface = Theme.DARK.colour(Ink.SURFACE).argb();
        int first = 24 + 9 * ((int) Cards.WIDTH + 16);
        assertThat(image.getRGB(first + 100, 24 + 6)).isEqualTo(surface);
        assertThat(image.getRGB(2_047, 24 + 80)).isEqualTo(image.getRGB(2_048, 24 + 80));
    }

    @Test
    void anEmptySceneIsAPictureToo() throws Exception {
        assertThat(png(Cards.scene(List.of()), 1).getWidth()).isEqualTo(48);
        assertThat(xml(Cards.scene(List.of())).getDocumentElement().getTagName())
                .isEqualTo("svg");
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedWithAScaleThatWouldDo() {
        Scene wide = Cards.scene(List.of(Cards.card(1, 0, 0), Cards.card(2, 40_000, 40_000)));

        assertThatThrownBy(() -> new PngWriter(Theme.LIGHT, measure).write(wide, 1, new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        PictureTooLargeException.class,
                        e -> assertThat(e.largestScale()).isBetween(0.15, 0.21))
                .hasMessageContaining("a scale of 0.20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<&>\"']]>",
                "a\u0000b\u0007c\u001b[31m",
                "\ud83d half \udc00",
                "名称 – déjà",
                "--><script>",
                "\ufffe\uffff"
            })
    void theSvgIsValidWhateverThingsAreCalled(String name) throws Exception {
        Document document = xml(Cards.scene(List.of(named(name))));

        NodeList texts = document.getElementsByTagName("text");
        assertThat(texts.getLength()).isEqualTo(1);
        assertThat(texts.item(0).getTextContent())
                .isEqualTo(name.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd")
                        .replaceAll("[\ud800-\udfff]", "\ufffd"));
    }

    @Test
    void theSvgHasAnElementForEachMark() throws Exception {
        Document document = xml(Cards.scene(
                List.of(Cards.edge("e", new Point(0, 0), new Point(50, 0), new Point(50, 80)), Cards.card(1, 0, 0))));

        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("text").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(5);
        Element edge = (Element) document.getElementsByTagName("path").item(0);
        assertThat(edge.getAttribute("d")).isEqualTo("M0 0L38 0Q50 0 50 12L50 74");
    }

    @Test
    void theSameSceneIsWrittenTheSame() {
        SvgWriter writer = new SvgWriter(Theme.LIGHT, measure);

        assertThat(writer.write(Cards.grid(30, 7))).isEqualTo(writer.write(Cards.grid(30, 7)));
    }

    private BufferedImage png(Scene scene, double scale) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FxToolkit.call(() -> {
            new PngWriter(Theme.DARK, measure).write(scene, scale, out);
            return scene;
        });
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private Document xml(Scene scene) throws Exception {
        String svg = new SvgWriter(Theme.LIGHT, measure).write(scene);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }

    private static Figure named(String name) {
        return new Figure(
                new FigureId.Named("n"),
                new Rect(0, 0, 900, 20),
                Figure.Layer.CARD,
                List.of(new Mark.Label(name, new Point(0, 15), 900, TextStyle.BODY, Align.LEFT, Ink.TEXT, false)),
                name,
                Optional.empty());
    }
}

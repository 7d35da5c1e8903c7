package drydock.render.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfWriterTest {

    private final TextMeasure measure = FxToolkit.call(FxTextMeasure::new);

    @Test
    void thePageIsAsLargeAsThePicture() throws Exception {
        try (PDDocument document = read(Cards.grid(4, 2))) {
            PDPage page = document.getPage(0);

            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(page.getMediaBox().getWidth()).isEqualTo((float) (2 * Cards.WIDTH + 16 + 48));
            assertThat(page.getUserUnit()).isEqualTo(1);
        }
    }

    @Test
    void itIsDrawnAsOnTheCanvas() throws Exception {
        try (PDDocument document = read(Cards.grid(4, 2))) {
            BufferedImage image = new PDFRenderer(document).renderImage(0, 2);

            assertThat(image.getRGB(5, 5))
                    .isEqualTo(Theme.DARK.colour(Ink.CANVAS).argb());
            assertThat(image.getRGB(49, 150))
                    .isEqualTo(Theme.DARK.colour(Ink.READY).argb());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&>\"']]> (\\) %", "déjà – Ελλάς – имя", "nginx:1.27 → 8080", "a\u200bb"})
    void textCanBeSelectedWhateverThingsAreCalled(String name) throws Exception {
        assertThat(text(name).strip()).isEqualTo(name.replace("\u200b", ""));
    }

    @Test
    void theFontsAreInTheFileAsFarAsTheyAreUsed() throws Exception {
        try (PDDocument document = read(labelled("abc", TextStyle.MONO), labelled("cab", TextStyle.TITLE))) {
            PDResources resources = document.getPage(0).getResources();
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : resources.getFontNames()) {
                fonts.add(resources.getFont(name));
            }

            assertThat(fonts).allMatch(PDFont::isEmbedded);
            assertThat(fonts)
                    .extracting(PDFont::getName)
                    .satisfiesExactlyInAnyOrder(
                            name -> assertThat(name).matches("[A-Z]{6}\\+Inter-SemiBold-Identity-H"),
                            name -> assertThat(name).matches("[A-Z]{6}\\+JetBrainsMono-Regular-Identity-H"));
        }
        assertThat(bytes(Cards.grid(1, 1)).length).isLessThan(30_000);
    }

    @Test
    void aCharacterThatNoFontHasIsABoxAndToldAndCanStillBeCopied() throws Exception {
        Scene scene = Cards.scene(List.of(labelled("a名b", TextStyle.BODY)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        SortedSet<Integer> missing =
                new PdfWriter(Theme.LIGHT, measure, () -> new SystemFonts(List.of())).write(scene, "", out);

        assertThat(missing).containsExactly((int) '名');
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document).strip()).isEqualTo("a名b");
        }
    }

    @Test
    void whatIsNoCharacterIsNoFailure() throws Exception {
        assertThat(text("a\u0000b\ud83dc\ufffe")).contains("a", "b", "c");
        assertThat(text("")).isBlank();
    }

    @Test
    void aPictureLargerThanAPageMayBeCountsInLargerUnits() throws Exception {
        Scene wide = Cards.scene(List.of(Cards.card(1, 0, 0), Cards.card(2, 40_000, 100)));

        try (PDDocument document = read(wide)) {
            PDPage page = document.getPage(0);

            assertThat(page.getMediaBox().getWidth()).isEqualTo(14_400);
            assertThat(page.getMediaBox().getWidth() * page.getUserUnit())
                    .isEqualTo((float) (40_000 + Cards.WIDTH + 48));
        }
    }

    @Test
    void theTitleIsTold() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new PdfWriter(Theme.LIGHT, measure).write(Cards.grid(1, 1), "商店 – shop", out);

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("商店 – shop");
        }
    }

    @Test
    void theSameSceneIsWrittenTheSame() throws Exception {
        assertThat(bytes(Cards.grid(30, 7))).isEqualTo(bytes(Cards.grid(30, 7)));
    }

    @Test
    void anEmptySceneIsAPageToo() throws Exception {
        try (PDDocument document = read(Cards.scene(List.of()))) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(48);
        }
    }

    private String text(String name) throws IOException {
        try (PDDocument document = read(labelled(name, TextStyle.BODY))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private PDDocument read(Figure... figures) throws IOException {
        return read(Cards.scene(List.of(figures)));
    }

    private PDDocument read(Scene scene) throws IOException {
        return Loader.loadPDF(bytes(scene));
    }

    private byte[] bytes(Scene scene) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfWriter(Theme.DARK, measure).write(scene, "title", out);
        return out.toByteArray();
    }

    private static Figure labelled(String name, TextStyle style) {
        return new Figure(
                new FigureId.Named("n" + style),
                new Rect(0, style.ordinal() * 30, 900, 20),
                Figure.Layer.CARD,
                List.of(new Mark.Label(name, new Point(0, 15), 900, style, Align.LEFT, Ink.TEXT, false)),
                name,
                Optional.empty());
    }
}

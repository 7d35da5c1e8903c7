package drydock.app.cli;

import drydock.app.export.ExportFiles;
import drydock.render.export.PngWriter;
import drydock.render.export.SvgWriter;
import drydock.render.export.pdf.PdfWriter;
import drydock.render.figure.Legend;
import drydock.render.figure.Picture;
import drydock.render.figure.SceneBuilder;
import drydock.render.scene.Scene;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;

/// A file that a picture is written to, without a window.
///
/// @param scale pixels for one scene unit, for a PNG
record PictureFile(Path path, Kind kind, double scale, Theme theme) {

    enum Kind {
        SVG,
        PNG,
        PDF
    }

    /// The file at `path`; empty if its name ends in none of `.svg`, `.png` and `.pdf`.
    static Optional<PictureFile> of(Path path, double scale, Theme theme) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Stream.of(Kind.values())
                .filter(kind -> name.endsWith("." + kind.name().toLowerCase(Locale.ROOT)))
                .map(kind -> new PictureFile(path, kind, scale, theme))
                .findFirst();
    }

    /// Draws the picture and writes it whole or not at all; a file that is there already is replaced.
    ///
    /// @param legend whether it says below what the lines mean
    /// @param title what a PDF is called
    /// @return the characters that could not be drawn, for no font has them; only of a PDF
    /// @throws IOException if it cannot be written, or would be too large; the message says why
    String write(Picture picture, boolean legend, String title) throws IOException {
        startJavaFx();
        FxTextMeasure measure = new FxTextMeasure();
        Scene plain = new SceneBuilder(Locale.getDefault(), measure).build(picture);
        Scene scene = legend ? Legend.below(plain, Locale.getDefault(), measure) : plain;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<Integer> missing = Set.of();
        switch (kind) {
            case SVG ->
                bytes.writeBytes(new SvgWriter(theme, measure).write(scene).getBytes(StandardCharsets.UTF_8));
            case PNG -> onScreen(() -> new PngWriter(theme, measure).write(scene, scale, bytes));
            case PDF -> missing = new PdfWriter(theme, measure).write(scene, title, bytes);
        }
        ExportFiles.write(path, bytes.toByteArray());
        return missing.stream().map(Character::toString).collect(Collectors.joining());
    }

    private static void startJavaFx() {
        Display.drawWithoutOne();
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException runsAlready) {
            // another picture was drawn before
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Something that may fail to be written.
    private interface Writing {
        void run() throws IOException;
    }

    private static void onScreen(Writing writing) throws IOException {
        CompletableFuture<Optional<IOException>> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                writing.run();
                result.complete(Optional.empty());
            } catch (IOException failure) {
                result.complete(Optional.of(failure));
            } catch (RuntimeException fault) {
                result.completeExceptionally(fault);
            }
        });
        try {
            Optional<IOException> failure = result.get();
            if (failure.isPresent()) {
                throw failure.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the picture cannot be drawn", fault);
        }
    }
}

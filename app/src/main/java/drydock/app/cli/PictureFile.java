package drydock.app.cli;

import drydock.render.export.PictureTooLargeException;
import drydock.render.export.PngWriter;
import drydock.render.export.SvgWriter;
import drydock.render.figure.Legend;
import drydock.render.figure.Picture;
import drydock.render.figure.SceneBuilder;
import drydock.render.scene.Scene;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/// A file that a picture is written to, without a window.
///
/// @param scale pixels for one scene unit, for a PNG
record PictureFile(Path path, Kind kind, double scale, Theme theme) {

    enum Kind {
        SVG,
        PNG
    }

    /// The file at `path`; empty if its name ends in neither `.svg` nor `.png`.
    static Optional<PictureFile> of(Path path, double scale, Theme theme) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            return Optional.of(new PictureFile(path, Kind.SVG, scale, theme));
        }
        return name.endsWith(".png") ? Optional.of(new PictureFile(path, Kind.PNG, scale, theme)) : Optional.empty();
    }

    /// Draws the picture and writes it; a file that is there already is replaced.
    ///
    /// @throws IOException if it cannot be written, or would be too large; the message says why
    void write(Picture picture) throws IOException {
        write(picture, false);
    }

    /// Like [#write(Picture)], with a legend of the lines if it is wanted.
    void write(Picture picture, boolean legend) throws IOException {
        startJavaFx();
        FxTextMeasure measure = new FxTextMeasure();
        Scene plain = new SceneBuilder(Locale.getDefault(), measure).build(picture);
        Scene scene = legend ? Legend.below(plain, Locale.getDefault(), measure) : plain;
        switch (kind) {
            case SVG -> Files.writeString(path, new SvgWriter(theme, measure).write(scene));
            case PNG -> onScreen(() -> writePng(scene, measure));
        }
    }

    private void writePng(Scene scene, FxTextMeasure measure) throws IOException {
        try (OutputStream stream = Files.newOutputStream(path)) {
            new PngWriter(theme, measure).write(scene, scale, stream);
        } catch (PictureTooLargeException tooLarge) {
            throw new IOException(tooLarge.getMessage(), tooLarge);
        }
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

package drydock.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.app.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// A test with the program in a real window, driven through the display. It is skipped where no display can be made.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class DesktopTest {

    static final int WIDTH = 1380;
    static final int HEIGHT = 1000;
    static final Path SAMPLE =
            Path.of("..", "sample-projects", "first-service").toAbsolutePath().normalize();

    /// A place on the canvas where no figure is.
    static final int CANVAS_X = 330;

    static final int CANVAS_Y = 650;

    private static final int LOOKS_BETWEEN_KEYS = 50;
    private static final int LOOKS_BETWEEN_PATHS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static @Nullable Display display;

    @TempDir
    Path folder;

    private final List<AutoCloseable> running = new ArrayList<>();
    private @Nullable Started program;

    @BeforeAll
    static void startDisplay() throws IOException {
        Optional<String> missing = Display.missing();
        assumeTrue(
                missing.isEmpty(),
                () -> "skipped, for " + missing.orElseThrow() + " is not there: install xvfb, libgtk-3-0 and libxtst6");
        display = Display.start();
    }

    @AfterAll
    static void endDisplay() {
        if (display != null) {
            display.close();
            display = null;
        }
    }

    @AfterEach
    void endPrograms() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
        if (program != null) {
            assertThat(program.errors()).doesNotContain("Exception", "Error", "\tat ");
        }
    }

    Display display() {
        return Objects.requireNonNull(display);
    }

    XInput input() {
        return display().input();
    }

    /// Starts the program and waits for its window.
    ///
    /// @param title of the window when what it is started with is open
    void start(String title, Path... opened) throws IOException {
        Path home = folder.resolve("home");
        Path settings = home.resolve("config/drydock/settings.properties");
        Files.createDirectories(settings.getParent());
        Files.writeString(
                settings, "window=0,0," + WIDTH + "," + HEIGHT + "\nmaximized=no\ntheme=light\nminimap=off\n");
        program = Started.start(
                display(),
                home,
                List.of("-Dprism.order=sw"),
                Launcher.class,
                Stream.of(opened).map(Path::toString).toList());
        running.add(program);
        toWindow(title);
    }

    Beside startBeside() throws IOException {
        Beside beside = Beside.start(display(), folder.resolve("other-home"));
        running.add(beside);
        return beside;
    }

    /// Waits for the window with this title, gives it the keyboard, and waits until it knows.
    XWindow toWindow(String title) {
        XWindow window = await("a window called " + title, () -> window(title));
        display().windows().focus(window);
        display().windows().settle(window);
        return window;
    }

    /// Waits until the window is not seen any more.
    void awaitGone(XWindow window) {
        await("the end of the window " + window.title(), () -> Optional.of(true).filter(_ -> !isSeen(window)));
    }

    /// Answers a dialog with the button that it begins with. A dialog that has just come may not listen yet, so the key
    /// is pressed until it goes.
    void answer(String dialog) {
        XWindow window = toWindow(dialog);
        AtomicInteger looks = new AtomicInteger();
        await("the end of the window " + dialog, () -> {
            boolean there = isSeen(window);
            if (there && looks.getAndIncrement() % LOOKS_BETWEEN_KEYS == 0) {
                display().windows().focus(window);
                input().keys("Return");
            }
            return Optional.of(true).filter(_ -> !there);
        });
    }

    private boolean isSeen(XWindow window) {
        return display().windows().seen().stream().anyMatch(each -> each.id() == window.id());
    }

    /// Answers a chooser of files by typing a path. A chooser that is still reading its folder may lose keys,
    /// so the path is typed again until it goes.
    void choose(String chooser, Path path) {
        XWindow window = toWindow(chooser);
        AtomicInteger looks = new AtomicInteger();
        await("the end of the window " + chooser, () -> {
            boolean there = isSeen(window);
            if (there && looks.getAndIncrement() % LOOKS_BETWEEN_PATHS == 0) {
                display().windows().focus(window);
                typePath(window, path);
            }
            return Optional.of(true).filter(_ -> !there);
        });
    }

    private void typePath(XWindow window, Path path) {
        input().keys("Control_L", "a");
        input().type("/");
        display().windows().settle(window);
        input().type(path.toString().substring(1));
        display().windows().settle(window);
        input().keys("Return");
    }

    Optional<XWindow> window(String title) {
        return display().windows().seen().stream()
                .filter(window -> window.title().equals(title))
                .findFirst();
    }

    /// Saves with Ctrl+S and waits until the window called `title` has no mark.
    void save(String title) {
        toWindow("• " + title);
        input().keys("Control_L", "s");
        toWindow(title);
    }

    void undo(String title) {
        toWindow(title);
        input().keys("Control_L", "z");
    }

    void redo(String title) {
        toWindow(title);
        input().keys("Control_L", "Shift_L", "z");
    }

    /// The files below a folder with their contents, byte for byte.
    static SortedMap<String, String> files(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /// A project of the test's own, like the sample.
    Path project(String name) throws IOException {
        Path project = Files.createDirectory(folder.resolve(name));
        for (String file : files(SAMPLE).keySet()) {
            Files.copy(SAMPLE.resolve(file), project.resolve(file));
        }
        return project;
    }

    static <T> T await(String what, Callable<Optional<T>> look) {
        try {
            List<T> found = new ArrayList<>();
            WaitForAsyncUtils.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS, () -> {
                look.call().ifPresent(found::add);
                return !found.isEmpty();
            });
            return found.getFirst();
        } catch (TimeoutException late) {
            throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what + seen(), late);
        }
    }

    private static String seen() {
        if (display == null) {
            return "";
        }
        Path picture = Path.of("target", "display.png").toAbsolutePath();
        try {
            Files.createDirectories(picture.getParent());
            display.write(picture);
        } catch (IOException notWritten) {
            return "; there are " + display.windows().seen();
        }
        return "; there are " + display.windows().seen() + ", see " + picture;
    }
}

package drydock.app.problems;

import com.sun.management.OperatingSystemMXBean;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.shell.WindowAssembly;
import drydock.app.task.Tasks;
import drydock.app.testing.ManyObjects;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.ManifestFile;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Validation;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.StandardRules;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Measures how long it takes from a key in the text until what it broke is found, and shown in the whole window: the
/// list of problems, the canvas, the outline, the inspector and the text.
///
/// `docs/performance.md` has the command. Prints a line for each figure, then ends the process.
public final class FindingsBenchmark {

    private static final int WARM_UP = 20;
    private static final int REPEATS = 60;
    private static final ResourceId TYPED = new ResourceId("", "Pod", "default", "o0");

    private final PrintStream out = System.out;
    private final WindowAssembly window;

    private FindingsBenchmark(Stage stage, Path folder) {
        window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(folder.resolve("settings.properties")),
                RecoveryFolder.in(folder.resolve("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.setWidth(1000);
        stage.setHeight(1000);
        stage.show();
        ((TabPane) window.scene().lookup("#tabs-below")).getSelectionModel().select(1);
    }

    /// Measures and ends the process.
    ///
    /// @param arguments how many objects the project has, and anything more if each is to have five problems
    public static void main(String[] arguments) throws Exception {
        int objects = Integer.parseInt(arguments[0]);
        boolean broken = arguments.length > 1;
        Path folder = Files.createTempDirectory("drydock-benchmark");
        Path project = ManyObjects.write(folder.resolve("project"), objects);
        if (broken) {
            breakAll(project);
        }
        alone(project);
        List<FindingsBenchmark> made = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(() -> {
            made.add(new FindingsBenchmark(new Stage(), folder));
            started.countDown();
        });
        started.await();
        made.getFirst().measure(project, objects);
        System.exit(0);
    }

    /// Every object gets fields that nobody knows.
    private static void breakAll(Path project) throws Exception {
        try (var files = Files.list(project)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        file,
                        text.replaceAll("metadata: \\{", "status: {}\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\nmetadata: {"));
            }
        }
    }

    /// The check by itself, after one letter.
    private static void alone(Path project) throws Exception {
        List<ManifestFile> files = new ArrayList<>();
        try (var paths = Files.list(project)) {
            for (Path path : paths.sorted().toList()) {
                files.add(ManifestFile.read(path.getFileName().toString(), Files.readAllBytes(path)));
            }
        }
        Validator validator = StandardRules.validator();
        Validation last = validator.check(files);
        List<Long> wall = new ArrayList<>();
        for (int i = 0; i < WARM_UP + REPEATS; i++) {
            ManifestFile first = files.getFirst();
            String text = first.text();
            files.set(
                    0,
                    first.withText(i % 2 == 0 ? text.replace("image:", "imagex:") : text.replace("imagex:", "image:")));
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            last = validator.check(files, last);
            if (i >= WARM_UP) {
                wall.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
            }
        }
        System.out.println(last.findings().size() + " findings");
        print(System.out, "the check by itself, processor time", wall);
    }

    private void measure(Path project, int objects) throws InterruptedException {
        out.printf(Locale.ROOT, "%d objects%n", objects);
        time(() -> window.open(List.of(project)), this::isChecked);
        CodeArea area = (CodeArea) Objects.requireNonNull(window.scene().lookup("#editor-text"));
        time(() -> window.workspace().selection().select(Set.of(TYPED)), () -> area.getLength() > 0);
        time(
                () -> {
                    area.requestFocus();
                    area.moveTo(area.getText().lastIndexOf("image:") + "image".length());
                },
                () -> true);
        List<Long> wall = new ArrayList<>();
        List<Long> process = new ArrayList<>();
        List<Long> screen = new ArrayList<>();
        for (int i = 0; i < WARM_UP + REPEATS; i++) {
            boolean back = i % 2 == 1;
            long before = processNanos();
            AtomicLong fx = new AtomicLong();
            Platform.runLater(() -> fx.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
            Object last = window.workspace().checkedProperty().get();
            long taken = time(
                    () -> type(area, back),
                    () -> !window.workspace().checkedProperty().get().equals(last) && isChecked());
            CountDownLatch read = new CountDownLatch(1);
            AtomicLong used = new AtomicLong();
            Platform.runLater(() -> {
                used.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - fx.get());
                read.countDown();
            });
            read.await();
            if (i >= WARM_UP) {
                wall.add(taken);
                process.add(processNanos() - before);
                screen.add(used.get());
            }
        }
        print(out, "a key in the text to the findings, shown", wall);
        print(out, "  of this, processor time of the JavaFX thread", screen);
        print(out, "  of this, processor time of the process", process);
    }

    private boolean isChecked() {
        Workspace workspace = window.workspace();
        return !workspace.document().project().files().isEmpty()
                && workspace
                        .checkedProperty()
                        .get()
                        .project()
                        .sharesTextsWith(workspace.document().project());
    }

    private static void type(CodeArea area, boolean back) {
        Event.fireEvent(
                area,
                back
                        ? new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.BACK_SPACE, false, false, false, false)
                        : new KeyEvent(KeyEvent.KEY_TYPED, "x", "x", KeyCode.UNDEFINED, false, false, false, false));
    }

    /// From `action` until a frame is laid out in which `done` holds, in nanoseconds.
    private long time(Runnable action, BooleanSupplier done) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        AtomicLong nanos = new AtomicLong();
        Platform.runLater(() -> {
            long start = System.nanoTime();
            action.run();
            window.scene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (over.getCount() > 0 && done.getAsBoolean()) {
                        nanos.set(System.nanoTime() - start);
                        Platform.runLater(() -> window.scene().removePostLayoutPulseListener(this));
                        over.countDown();
                    } else {
                        Platform.requestNextPulse();
                    }
                }
            });
            Platform.requestNextPulse();
        });
        over.await();
        return nanos.get();
    }

    private static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void print(PrintStream out, String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%s: median %.1f, 95th percentile %.1f, worst %.1f ms%n",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }
}

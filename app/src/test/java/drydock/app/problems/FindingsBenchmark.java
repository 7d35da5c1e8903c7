package drydock.app.problems;

import drydock.app.testing.Figures;
import drydock.app.testing.ManyObjects;
import drydock.app.testing.MeasuredWindow;
import drydock.app.testing.MeasuredWindow.Taken;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Validation;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.StandardRules;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TabPane;
import org.fxmisc.richtext.CodeArea;

/// Measures how long it takes from a key in the text until what it broke is found, and shown in the whole window: the
/// list of problems, the canvas, the outline, the inspector and the text.
///
/// `docs/performance.md` has the command. Prints a line for each figure, then ends the process.
public final class FindingsBenchmark {

    private static final int WARM_UP = 80;
    private static final int REPEATS = 100;

    /// Who has opened a project looks at it before he types.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final ResourceId TYPED = new ResourceId("", "Pod", "default", "o0");

    private final MeasuredWindow window;

    private FindingsBenchmark(MeasuredWindow window) {
        this.window = window;
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
        new FindingsBenchmark(MeasuredWindow.open(folder, 1000)).measure(project, objects);
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
        List<Long> work = new ArrayList<>();
        for (int i = 0; i < WARM_UP + REPEATS; i++) {
            ManifestFile first = files.getFirst();
            String text = first.text();
            files.set(
                    0,
                    first.withText(i % 2 == 0 ? text.replace("image:", "imagex:") : text.replace("imagex:", "image:")));
            long start = MeasuredWindow.cpuNanos();
            last = validator.check(files, last);
            if (i >= WARM_UP) {
                work.add(MeasuredWindow.cpuNanos() - start);
            }
        }
        System.out.println(last.findings().size() + " findings");
        Figures.print("the check by itself, processor time", work);
    }

    private void measure(Path project, int objects) throws InterruptedException {
        System.out.printf(Locale.ROOT, "%d objects, %s a start cache%n", objects, hasStartCache() ? "with" : "without");
        Workspace workspace = window.assembly().workspace();
        window.time(
                () -> window.node("#tabs-below", TabPane.class)
                        .getSelectionModel()
                        .select(1),
                () -> true);
        window.time(() -> window.assembly().open(List.of(project)), this::isChecked);
        CodeArea area = window.node("#editor-text", CodeArea.class);
        window.time(() -> workspace.selection().select(Set.of(TYPED)), () -> area.getLength() > 0);
        window.time(
                () -> {
                    area.requestFocus();
                    area.moveTo(area.getText().lastIndexOf("image:") + "image".length());
                },
                () -> true);
        Thread.sleep(LOOK);
        Figures.tell("a key in the text to the findings, shown, keys 1 to " + WARM_UP, keys(area, WARM_UP));
        Figures.tell("the next " + REPEATS, keys(area, REPEATS));
    }

    private static boolean hasStartCache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
    }

    private List<Taken> keys(CodeArea area, int count) throws InterruptedException {
        Workspace workspace = window.assembly().workspace();
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean back = i % 2 == 1;
            BooleanSupplier checked =
                    MeasuredWindow.another(() -> workspace.checkedProperty().get());
            taken.add(window.time(() -> type(area, back), () -> checked.getAsBoolean() && isChecked()));
        }
        return taken;
    }

    private boolean isChecked() {
        Workspace workspace = window.assembly().workspace();
        return !workspace.document().project().files().isEmpty()
                && workspace
                        .checkedProperty()
                        .get()
                        .project()
                        .sharesTextsWith(workspace.document().project());
    }

    private static void type(CodeArea area, boolean back) {
        if (back) {
            MeasuredWindow.backspace(area);
        } else {
            MeasuredWindow.type(area, "x");
        }
    }
}

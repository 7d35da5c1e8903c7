package drydock.app.export;

import drydock.app.action.Action;
import drydock.app.canvas.CanvasView;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.export.GraphText;
import drydock.model.export.ManifestExport;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import drydock.render.export.Excerpt;
import drydock.render.export.PictureTooLargeException;
import drydock.render.export.PngWriter;
import drydock.render.export.SvgWriter;
import drydock.render.export.pdf.PdfWriter;
import drydock.render.figure.Legend;
import drydock.render.scene.Scene;
import drydock.render.text.FxTextMeasure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.Window;

/// Exports the project, or what is selected, after asking how and where to.
public final class ExportActions {

    private static final ExportChoice FIRST = new ExportChoice(ExportFormat.SVG, true, false, 2, true);

    private final Messages messages = Messages.of(ExportActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;
    private final Dialogs dialogs;
    private final Supplier<Window> owner;
    private final Supplier<String> name;
    private ExportChoice last = FIRST;

    /// @param name what the project is called; may be empty
    public ExportActions(
            Workspace workspace, CanvasView canvas, Dialogs dialogs, Supplier<Window> owner, Supplier<String> name) {
        this.workspace = workspace;
        this.canvas = canvas;
        this.dialogs = dialogs;
        this.owner = owner;
        this.name = name;
    }

    public Action export() {
        return Action.of("export", messages.get("export.action"), this::ask)
                .withIcon("fth-share")
                .withKeys("Shortcut+E");
    }

    private void ask() {
        boolean anySelected = !workspace.selection().objects().isEmpty();
        new ExportDialog(owner.get(), last, anySelected).showAndWait().ifPresent(choice -> {
            last = choice;
            export(choice);
        });
    }

    private void export(ExportChoice choice) {
        String title = messages.get("export.title");
        String called = name.get().isEmpty() ? "drydock" : name.get();
        if (choice.format() == ExportFormat.MANY_FILES) {
            dialogs.chooseFolder(title).ifPresent(folder -> writeMany(choice, folder));
        } else {
            dialogs.chooseNewFile(title, called + "." + choice.format().extension())
                    .ifPresent(file -> writeOne(choice, file));
        }
    }

    private void writeOne(ExportChoice choice, Path file) {
        try {
            // a PNG is painted on this thread, everything else is made on another
            Content content = content(choice);
            start(file, () -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                Set<Integer> undrawn = content.writeTo(bytes);
                ExportFiles.write(file, bytes.toByteArray());
                return new Written(1, undrawn);
            });
        } catch (IOException notDrawn) {
            tell(file, notDrawn);
        }
    }

    /// What is written to one file.
    private interface Content {
        /// @return the characters that cannot be drawn
        Set<Integer> writeTo(OutputStream out) throws IOException;
    }

    private record Written(int files, Set<Integer> undrawn) {}

    private Content content(ExportChoice choice) throws IOException {
        Project project = workspace.document().project();
        List<ResourceId> objects = objects(choice, project);
        return switch (choice.format()) {
            case SVG -> {
                SvgWriter writer = new SvgWriter(canvas.themeProperty().get(), new FxTextMeasure());
                Scene scene = scene(choice);
                yield text(() -> writer.write(scene));
            }
            case PNG -> {
                byte[] png = png(choice);
                yield out -> {
                    out.write(png);
                    return Set.of();
                };
            }
            case PDF -> {
                PdfWriter writer = new PdfWriter(canvas.themeProperty().get(), new FxTextMeasure());
                Scene scene = scene(choice);
                String title = name.get();
                yield out -> writer.write(scene, title, out);
            }
            case MERMAID -> text(() -> GraphText.mermaid(Topology.of(project.objects()), objects));
            case DOT -> text(() -> GraphText.dot(Topology.of(project.objects()), objects));
            case ONE_FILE, MANY_FILES -> text(() -> ManifestExport.oneFile(project, objects));
        };
    }

    private static Content text(Supplier<String> made) {
        return out -> {
            out.write(made.get().getBytes(StandardCharsets.UTF_8));
            return Set.of();
        };
    }

    private byte[] png(ExportChoice choice) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PngWriter(canvas.themeProperty().get(), new FxTextMeasure())
                    .write(scene(choice), choice.scale(), bytes);
        } catch (PictureTooLargeException tooLarge) {
            throw new IOException(
                    messages.get("export.tooLarge", Math.floor(tooLarge.largestScale() * 100) / 100), tooLarge);
        }
        return bytes.toByteArray();
    }

    private void writeMany(ExportChoice choice, Path folder) {
        Project project = workspace.document().project();
        SortedMap<String, String> files = new TreeMap<>(ManifestExport.manyFiles(project, objects(choice, project)));
        if (choice.kustomization()) {
            files.put(ManifestExport.KUSTOMIZATION, ManifestExport.kustomization(List.copyOf(files.keySet())));
        }
        long there = files.keySet().stream()
                .filter(path -> Files.exists(folder.resolve(path)))
                .count();
        boolean wanted = there == 0
                || dialogs.confirm(
                        messages.get("export.there"),
                        messages.get("export.there.text", there, folder),
                        messages.get("export.there.replace"));
        if (wanted) {
            start(folder, () -> {
                ExportFiles.write(folder, files);
                return new Written(files.size(), Set.of());
            });
        }
    }

    private void start(Path where, Callable<Written> writing) {
        workspace
                .tasks()
                .work(writing)
                .then(written -> told(written, where))
                .otherwise(failure -> tell(where, failure))
                .start();
    }

    private void told(Written written, Path where) {
        workspace.messageProperty().set(messages.get("export.done", written.files(), where));
        if (!written.undrawn().isEmpty()) {
            String characters =
                    written.undrawn().stream().map(Character::toString).collect(Collectors.joining(" "));
            dialogs.tell(messages.get("export.noFont"), messages.get("export.noFont.text", characters, where));
        }
    }

    private void tell(Path where, Exception failure) {
        dialogs.tell(
                messages.get("export.failed"),
                messages.get("export.failed.text", where, String.valueOf(failure.getMessage())));
    }

    private List<ResourceId> objects(ExportChoice choice, Project project) {
        return choice.selection()
                ? workspace.selection().objects()
                : List.copyOf(project.declarations().keySet());
    }

    private Scene scene(ExportChoice choice) {
        Optional<Scene> part = Optional.of(canvas.scene())
                .filter(_ -> choice.selection())
                .map(scene -> Excerpt.of(scene, Set.copyOf(workspace.selection().objects())));
        Scene scene = part.orElseGet(canvas::scene);
        return choice.legend() ? Legend.below(scene, Locale.getDefault(), new FxTextMeasure()) : scene;
    }
}

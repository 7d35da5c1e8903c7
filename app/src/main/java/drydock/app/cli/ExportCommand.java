package drydock.app.cli;

import drydock.app.export.ExportFiles;
import drydock.app.text.Messages;
import drydock.model.export.GraphText;
import drydock.model.export.ManifestExport;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import drydock.render.figure.Picture;
import drydock.render.theme.Theme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock export`: a project as manifests, as a graph, or as a picture.
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class ExportCommand implements Callable<Integer> {

    /// What can be written.
    enum Form {
        manifests,
        files,
        mermaid,
        dot,
        svg,
        png,
        pdf;

        boolean isPicture() {
            return this == svg || this == png || this == pdf;
        }
    }

    private final Messages messages = Messages.of(ExportCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--as", paramLabel = "manifests|files|mermaid|dot|svg|png|pdf", descriptionKey = "export.as")
    private Form form = Form.manifests;

    @Option(names = "-o", paramLabel = "OUT", descriptionKey = "export.out")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--kustomization", descriptionKey = "export.kustomization")
    private boolean kustomization;

    @Option(names = "--legend", descriptionKey = "render.legend")
    private boolean legend;

    @Option(names = "--replace", descriptionKey = "export.replace")
    private boolean replace;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (out.isEmpty() && (form == Form.files || form.isPicture())) {
            err.println(messages.get(form.isPicture() ? "export.noFile" : "export.noFolder"));
            return DrydockCommand.WRONG_USE;
        }
        if (form.isPicture()) {
            Optional<String> missing = Display.missing(false);
            if (missing.isPresent()) {
                err.println(missing.get());
                return 1;
            }
        }
        Optional<Project> read = Opening.project(files, err);
        if (read.isEmpty()) {
            return DrydockCommand.WRONG_USE;
        }
        Project project = read.get();
        List<ResourceId> all = List.copyOf(project.declarations().keySet());
        try {
            return switch (form) {
                case files -> writeFolder(out.orElseThrow(), folder(project, all), err);
                case manifests -> write(ManifestExport.oneFile(project, all), err);
                case mermaid -> write(GraphText.mermaid(Topology.of(project.objects()), all), err);
                case dot -> write(GraphText.dot(Topology.of(project.objects()), all), err);
                case svg -> draw(PictureFile.Kind.SVG, project, err);
                case png -> draw(PictureFile.Kind.PNG, project, err);
                case pdf -> draw(PictureFile.Kind.PDF, project, err);
            };
        } catch (IOException unwritten) {
            err.println(messages.get(
                    "render.notWritten", out.map(Path::toString).orElse("-"), String.valueOf(unwritten.getMessage())));
            return 1;
        }
    }

    private int draw(PictureFile.Kind kind, Project project, PrintWriter err) throws IOException {
        Path file = out.orElseThrow();
        if (!replace && Files.exists(file)) {
            err.println(messages.get("export.there", file));
            return 1;
        }
        String undrawn = new PictureFile(file, kind, 2, Theme.LIGHT)
                .write(Picture.of(project.objects(), project.diagram()), legend, Opening.title(files));
        if (!undrawn.isEmpty()) {
            err.println(messages.get("render.noFont", undrawn));
        }
        return 0;
    }

    private SortedMap<String, String> folder(Project project, List<ResourceId> all) {
        SortedMap<String, String> texts = new TreeMap<>(ManifestExport.manyFiles(project, all));
        if (kustomization) {
            texts.put(ManifestExport.KUSTOMIZATION, ManifestExport.kustomization(List.copyOf(texts.keySet())));
        }
        return texts;
    }

    private int writeFolder(Path folder, SortedMap<String, String> texts, PrintWriter err) throws IOException {
        Optional<String> there = texts.keySet().stream()
                .filter(path -> !replace && Files.exists(folder.resolve(path)))
                .findFirst();
        if (there.isPresent()) {
            err.println(messages.get("export.there", folder.resolve(there.get())));
            return 1;
        }
        ExportFiles.write(folder, texts);
        return 0;
    }

    private int write(String text, PrintWriter err) throws IOException {
        if (out.isEmpty()) {
            PrintWriter print = spec.commandLine().getOut();
            print.print(text);
            print.flush();
            return 0;
        }
        if (!replace && Files.exists(out.get())) {
            err.println(messages.get("export.there", out.get()));
            return 1;
        }
        ExportFiles.write(out.get(), text.getBytes(StandardCharsets.UTF_8));
        return 0;
    }
}

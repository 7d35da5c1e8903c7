package drydock.app.cli;

import drydock.app.text.Messages;
import drydock.model.project.Project;
import drydock.model.topology.NetworkPath;
import drydock.render.figure.Picture;
import drydock.render.figure.View;
import drydock.render.theme.Theme;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock render`: the picture of a project as a file.
@Command(name = "render", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class RenderCommand implements Callable<Integer> {

    /// The views that can be rendered.
    enum ViewName {
        design,
        nodes,
        network
    }

    private final Messages messages = Messages.of(RenderCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "-o", paramLabel = "OUT.svg|.png|.pdf", required = true, descriptionKey = "render.out")
    private Path out = Path.of("");

    @Option(names = "--view", paramLabel = "design|nodes|network", descriptionKey = "render.view")
    private ViewName view = ViewName.design;

    @Option(names = "--dark", descriptionKey = "render.dark")
    private boolean dark;

    @Option(names = "--legend", descriptionKey = "render.legend")
    private boolean legend;

    @Option(names = "--scale", paramLabel = "N", descriptionKey = "render.scale")
    private double scale = 2;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<PictureFile> file = PictureFile.of(out, scale, dark ? Theme.DARK : Theme.LIGHT);
        if (file.isEmpty()) {
            err.println(messages.get("render.wrongName", out));
            return DrydockCommand.WRONG_USE;
        }
        Optional<String> missing = Display.missing(false);
        if (missing.isPresent()) {
            err.println(missing.get());
            return 1;
        }
        Optional<Project> project = Opening.project(files, err);
        if (project.isEmpty()) {
            return DrydockCommand.WRONG_USE;
        }
        try {
            String undrawn = file.get().write(picture(project.get()), legend, Opening.title(files));
            if (!undrawn.isEmpty()) {
                err.println(messages.get("render.noFont", undrawn));
            }
            return 0;
        } catch (IOException unwritten) {
            err.println(messages.get("render.notWritten", out, String.valueOf(unwritten.getMessage())));
            return 1;
        }
    }

    private Picture picture(Project project) {
        List<HasMetadata> objects = project.objects().stream()
                .filter(object -> view != ViewName.network || NetworkPath.hasOfDesign(object))
                .toList();
        return Picture.of(objects, project.diagram()).seenAs(view == ViewName.nodes ? View.NODES : View.DESIGN);
    }
}

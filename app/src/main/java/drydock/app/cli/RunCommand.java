package drydock.app.cli;

import drydock.app.session.WatchedKinds;
import drydock.app.text.Messages;
import drydock.model.cluster.Query;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.render.figure.Picture;
import drydock.render.figure.View;
import drydock.render.theme.Theme;
import drydock.sim.KubernetesService;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.FileReader;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.network.ProxyMode;
import drydock.sim.script.CommandResult;
import drydock.sim.script.Script;
import drydock.sim.script.Trace;
import drydock.sim.script.Transcript;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `drydock run`: the simulation without a window.
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class RunCommand implements Callable<Integer> {

    private static final int LONGEST_NAME = 63;
    private static final Duration NAMESPACE_IS_THERE = Duration.ofSeconds(1);

    private final Messages messages = Messages.of(RunCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--script", paramLabel = "S", descriptionKey = "run.script")
    private Optional<Path> script = Optional.empty();

    @Option(names = "--until", paramLabel = "60s", descriptionKey = "run.until")
    private String until = "60s";

    @Mixin
    private SimulatedCluster cluster = new SimulatedCluster();

    @Option(
            names = "--proxy-mode",
            paramLabel = "iptables|ipvs",
            descriptionKey = "run.proxyMode",
            converter = ProxyModes.class)
    private ProxyMode proxyMode = ProxyMode.IPTABLES;

    @Option(names = "--trace", paramLabel = "OUT.jsonl", descriptionKey = "run.trace")
    private Optional<Path> trace = Optional.empty();

    @Option(names = "-o", paramLabel = "OUT.svg|.png|.pdf", descriptionKey = "run.out")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "N",
            descriptionKey = "run.namespace")
    private Optional<String> namespace = Optional.empty();

    /// Reads a mode as kube-proxy's own option has it, in small letters.
    private static final class ProxyModes implements ITypeConverter<ProxyMode> {

        @Override
        public ProxyMode convert(String value) {
            return switch (value) {
                case "iptables" -> ProxyMode.IPTABLES;
                case "ipvs" -> ProxyMode.IPVS;
                default -> throw new TypeConversionException("iptables|ipvs: " + value);
            };
        }
    }

    /// The same as the command does, for a project that is to be shown where there is no display.
    static int withoutWindow(CommandSpec spec, List<Path> files, Path picture) {
        RunCommand command = new RunCommand();
        command.spec = spec;
        command.files = files;
        command.out = Optional.of(picture);
        return command.call();
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Duration> length = duration(until);
        if (length.isEmpty()) {
            err.println(messages.get("run.wrongDuration", until));
            return DrydockCommand.WRONG_USE;
        }
        Optional<PictureFile> picture = out.flatMap(path -> PictureFile.of(path, 2, Theme.LIGHT));
        if (out.isPresent() && picture.isEmpty()) {
            err.println(messages.get("render.wrongName", out.get()));
            return DrydockCommand.WRONG_USE;
        }
        Optional<Project> project = Opening.project(files, err);
        if (project.isEmpty()) {
            return DrydockCommand.WRONG_USE;
        }
        try {
            return run(project.get(), length.get(), picture);
        } catch (Script.BadLineException wrong) {
            err.println(messages.get("run.badScript", script.orElseThrow() + ":" + wrong.line(), wrong.getMessage()));
            return DrydockCommand.WRONG_USE;
        } catch (IOException | UncheckedIOException failure) {
            err.println(String.valueOf(failure.getMessage()));
            return 1;
        }
    }

    private int run(Project project, Duration length, Optional<PictureFile> picture)
            throws IOException, Script.BadLineException {
        SimulationOptions options = cluster.of(project).withProxyMode(proxyMode);
        boolean succeeded;
        try (Simulation simulation = Simulation.start(options);
                TraceFile file = TraceFile.open(trace)) {
            tellWhatHappens(simulation);
            succeeded = script.isPresent() ? runScript(simulation, file) : runProject(simulation, project, length);
            if (picture.isPresent()) {
                String undrawn = picture.get().write(picture(project, simulation), false, Opening.title(files));
                if (!undrawn.isEmpty()) {
                    spec.commandLine().getErr().println(messages.get("render.noFont", undrawn));
                }
                spec.commandLine()
                        .getOut()
                        .println(
                                messages.get("run.picture", picture.get().path().toAbsolutePath()));
            }
        }
        spec.commandLine().getOut().flush();
        return succeeded ? 0 : 1;
    }

    private boolean runScript(Simulation simulation, TraceFile file) throws IOException, Script.BadLineException {
        Path path = script.orElseThrow();
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("."));
        String own = scriptNamespace(simulation, folder);
        Kubectl kubectl = new Kubectl(simulation.cluster(), own, new FolderFiles(folder))
                .timedBy(simulation.engine()::schedule)
                .measuredBy(simulation.usages())
                .withPrograms(simulation.network().outside());
        List<CommandResult> results = simulation.run(
                Script.parse(Files.readString(path)),
                kubectl,
                Transcript.both(
                        new Trace(file::write),
                        new PrintedScript(spec.commandLine().getOut())),
                own);
        return results.stream().allMatch(result -> result.code() == 0);
    }

    /// What is traced happens in a namespace of the script's own, called as its folder, unless another is given: so
    /// nothing else is in the trace, as in those of real clusters.
    private String scriptNamespace(Simulation simulation, Path folder) {
        if (namespace.isPresent() || trace.isEmpty()) {
            return namespace.orElse(ResourceId.DEFAULT_NAMESPACE);
        }
        String own = String.valueOf(folder.getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        own = own.isEmpty() || own.length() > LONGEST_NAME ? "script" : own;
        if (simulation.cluster().get(ResourceId.of(Kinds.NAMESPACE, "", own)).isEmpty()) {
            simulation
                    .cluster()
                    .create(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(own)
                            .endMetadata()
                            .build());
            simulation.advance(NAMESPACE_IS_THERE, Integer.MAX_VALUE);
        }
        return own;
    }

    private boolean runProject(Simulation simulation, Project project, Duration length) {
        int code = applied(simulation, project, namespace.orElse(ResourceId.DEFAULT_NAMESPACE), spec);
        simulation.advance(length, Integer.MAX_VALUE);
        return code == 0;
    }

    /// Applies a project to a simulation, as kubectl does; its nodes are the cluster's own.
    ///
    /// @return the exit code
    static int applied(Simulation simulation, Project project, String namespace, CommandSpec spec) {
        Map<String, String> texts = new TreeMap<>();
        project.manifests().forEach(file -> {
            if (file.documents().stream().flatMap(d -> d.object().stream()).noneMatch(Node.class::isInstance)) {
                texts.put(file.path(), file.text());
            }
        });
        FileReader reader = name -> texts;
        PrintWriter output = spec.commandLine().getOut();
        int[] code = {0};
        output.println("$ kubectl apply -f .");
        new Kubectl(simulation.cluster(), namespace, reader)
                .run(
                        List.of("apply", "-f", "."),
                        output::print,
                        spec.commandLine().getErr()::print,
                        c -> code[0] = c);
        return code[0];
    }

    private void tellWhatHappens(Simulation simulation) {
        PrintWriter output = spec.commandLine().getOut();
        WatchText text = new WatchText();
        for (ResourceKind kind : WatchedKinds.of(simulation.cluster().kinds())) {
            simulation
                    .cluster()
                    .watch(
                            Query.all(kind),
                            event -> text.lines(event, simulation.cluster().now())
                                    .forEach(line -> output.println(time(simulation) + "  " + line)));
        }
    }

    private static String time(Simulation simulation) {
        return String.format(Locale.ROOT, "%8.3f", simulation.engine().nowNanos() / 1e9);
    }

    private static Picture picture(Project project, Simulation simulation) {
        List<HasMetadata> observed = new ArrayList<>();
        for (ResourceKind kind : WatchedKinds.of(simulation.cluster().kinds())) {
            simulation.cluster().list(Query.all(kind)).stream()
                    .filter(object -> !KubernetesService.has(ResourceId.of(object)))
                    .forEach(observed::add);
        }
        return Picture.of(project.objects(), project.diagram())
                .watching(observed, simulation.now())
                .seenAs(View.NODES);
    }

    /// `90`, `60s`, `5m` or `1h`.
    static Optional<Duration> duration(String text) {
        if (!text.matches("\\d{1,9}[smh]?")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.replaceFirst("[smh]$", ""));
        return Optional.of(
                switch (text.charAt(text.length() - 1)) {
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofSeconds(number);
                });
    }
}

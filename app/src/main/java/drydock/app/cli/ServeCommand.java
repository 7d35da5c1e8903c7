package drydock.app.cli;

import drydock.app.serve.ApiOnLoopback;
import drydock.app.text.Messages;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock serve`: the simulated cluster as a Kubernetes API on loopback, until it is stopped.
@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class ServeCommand implements Callable<Integer> {

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 1_000;

    private final Messages messages = Messages.of(ServeCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--port", paramLabel = "0", descriptionKey = "serve.port")
    private int port;

    @Option(names = "--kubeconfig", paramLabel = "OUT", descriptionKey = "serve.kubeconfig")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(names = "--speed", paramLabel = "1|max", descriptionKey = "serve.speed")
    private String speed = "1";

    @Mixin
    private SimulatedCluster cluster = new SimulatedCluster();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!isSpeed()) {
            err.println(messages.get("serve.wrongSpeed", speed));
            return DrydockCommand.WRONG_USE;
        }
        Optional<Project> project = files.isEmpty() ? Optional.of(Project.EMPTY) : Opening.project(files, err);
        if (project.isEmpty()) {
            return DrydockCommand.WRONG_USE;
        }
        try (ApiOnLoopback api = start(project.get())) {
            String usable = kubeconfig.isPresent()
                    ? messages.get(
                            "serve.use", kubeconfig.get().toAbsolutePath().toString())
                    : messages.get("serve.server", api.address());
            if (kubeconfig.isPresent() && !api.writeKubeconfig(kubeconfig.get())) {
                err.println(messages.get("serve.notOurs", kubeconfig.get()));
                return DrydockCommand.WRONG_USE;
            }
            spec.commandLine().getOut().println(messages.get("serve.at", api.address()));
            spec.commandLine().getOut().println(usable);
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException failure) {
            err.println(String.valueOf(failure.getMessage()));
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private ApiOnLoopback start(Project project) throws IOException {
        Simulation simulation = Simulation.start(cluster.of(project));
        if (!project.objects().isEmpty()) {
            RunCommand.applied(simulation, project, ResourceId.DEFAULT_NAMESPACE, spec);
        }
        return ApiOnLoopback.start(
                simulation,
                port,
                speed.equals("max") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(speed)));
    }

    private boolean isSpeed() {
        if (speed.equals("max")) {
            return true;
        }
        return speed.matches("\\d{1,4}([.]\\d{1,3})?")
                && Double.parseDouble(speed) >= SLOWEST
                && Double.parseDouble(speed) <= FASTEST;
    }
}

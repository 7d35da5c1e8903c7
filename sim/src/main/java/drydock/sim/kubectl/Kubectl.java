package drydock.sim.kubectl;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.sim.script.CommandRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Runs kubectl's commands on a cluster.
public final class Kubectl implements CommandRunner {

    private static final Map<String, Verb> VERBS = new TreeMap<>(Map.of(
            "apply", new ApplyVerb(true),
            "create", new ApplyVerb(false),
            "delete", new DeleteVerb(),
            "describe", new DescribeVerb(),
            "expose", new ExposeVerb(),
            "get", new GetVerb(),
            "label", new LabelVerb(),
            "scale", new ScaleVerb()));

    private final Cluster cluster;
    private final String namespace;
    private final FileReader files;

    /// @param namespace the namespace of what names none
    /// @param files what `-f` may read
    public Kubectl(Cluster cluster, String namespace, FileReader files) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.files = files;
    }

    @Override
    public void run(List<String> arguments, Consumer<String> stdout, Consumer<String> stderr, IntConsumer done) {
        try {
            start(arguments, stdout, stderr, done);
        } catch (CommandFailure failure) {
            stderr.accept(failure.getMessage() + "\n");
            done.accept(1);
        } catch (ClusterException refused) {
            stderr.accept(words(refused) + "\n");
            done.accept(1);
        }
    }

    /// A refusal as kubectl says it (`kubectl/pkg/cmd/util/helpers.go StandardErrorMessage`).
    static String words(ClusterException refused) {
        return refused.code() == 0
                ? "Unable to connect to the server: " + refused.getMessage()
                : "Error from server (" + refused.reason() + "): " + refused.getMessage();
    }

    private void start(List<String> arguments, Consumer<String> out, Consumer<String> err, IntConsumer done) {
        if (arguments.isEmpty()
                || arguments.getFirst().equals("help")
                || arguments.getFirst().equals("--help")) {
            out.accept("kubectl knows: " + String.join(", ", VERBS.keySet()) + "\n");
            done.accept(0);
            return;
        }
        String name = arguments.getFirst();
        Verb verb = VERBS.get(name);
        if (verb == null) {
            throw new CommandFailure("error: unknown command \"" + name + "\" for \"kubectl\"; it knows: "
                    + String.join(", ", VERBS.keySet()));
        }
        Set<String> flags = new HashSet<>(verb.flags());
        flags.add("--namespace");
        CommandArguments read = CommandArguments.read(name, arguments.subList(1, arguments.size()), flags);
        String in = read.flag("--namespace").orElse(namespace);
        verb.run(new Invocation(cluster, in, files, read, out, err, done));
    }
}

package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.kubectl.TopVerbs.Use;
import drydock.sim.metrics.Usages;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `top pod`: what running Pods use, or each of their containers (`kubectl/pkg/cmd/top/top_pod.go`).
final class TopPodVerb implements Verb {

    private static final Flag CONTAINERS = Flag.onOff("--containers");
    private static final Flag FIELDS = Flag.text("--field-selector");

    @Override
    public List<Flag> flags() {
        return List.of(Flag.SELECTOR, FIELDS, Flag.ALL_NAMESPACES, Flag.NO_HEADERS, CONTAINERS, TopVerbs.SORT_BY);
    }

    @Override
    public List<String> usage() {
        return List.of("top pod [NAME | -l label]");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        Optional<String> name = TopVerbs.name(arguments, "pod [NAME | -l label]", "selector");
        Comparator<Use> order = TopVerbs.order(arguments);
        Usages usages = command.usages().orElseThrow(TopVerbs::unavailable);
        List<Measured> measured = new ArrayList<>();
        List<HasMetadata> pods = name.map(one -> named(command, one)).orElseGet(() -> chosen(command));
        for (HasMetadata pod : pods) {
            Map<String, Usages.Usage> containers = usages.of(pod.getMetadata().getUid());
            if (!containers.isEmpty()) {
                measured.add(Measured.of(pod, containers));
            }
        }
        if (measured.isEmpty()) {
            tellOfNone(command, name, pods);
        } else {
            measured.sort(Comparator.comparing(Measured::sum, order));
            print(command, measured, order);
        }
        command.done().accept(0);
    }

    /// One Pod with what its containers use.
    private record Measured(Use sum, List<Use> containers) {

        static Measured of(HasMetadata pod, Map<String, Usages.Usage> usages) {
            String namespace = pod.getMetadata().getNamespace();
            List<Use> containers = new ArrayList<>();
            new TreeMap<>(usages)
                    .forEach((name, usage) ->
                            containers.add(new Use(namespace, name, usage.milliCpu(), usage.memoryBytes())));
            long cpu = containers.stream().mapToLong(Use::milliCpu).sum();
            long memory = containers.stream().mapToLong(Use::memoryBytes).sum();
            return new Measured(new Use(namespace, pod.getMetadata().getName(), cpu, memory), containers);
        }
    }

    private static List<HasMetadata> named(Invocation command, String name) {
        return List.of(Targets.find(command, command.id(Kinds.POD, name)));
    }

    private static List<HasMetadata> chosen(Invocation command) {
        CommandArguments arguments = command.arguments();
        Query query =
                arguments.isOn("--all-namespaces") ? Query.all(Kinds.POD) : Query.in(Kinds.POD, command.namespace());
        return command.cluster()
                .list(query.withLabels(arguments.flag("--selector").orElse(""))
                        .withFields(arguments.flag(FIELDS.name()).orElse("")));
    }

    private static void tellOfNone(Invocation command, Optional<String> name, List<HasMetadata> pods) {
        if (name.isPresent()) {
            String missing = "podmetrics.metrics.k8s.io \"" + command.namespace() + "/" + name.get() + "\" not found";
            throw new ClusterException(404, "NotFound", missing);
        }
        if (!pods.isEmpty()) {
            throw new CommandFailure("error: metrics not available yet");
        }
        command.printError(
                command.arguments().isOn("--all-namespaces")
                        ? "No resources found"
                        : "No resources found in " + command.namespace() + " namespace.");
    }

    private static void print(Invocation command, List<Measured> pods, Comparator<Use> order) {
        boolean each = command.arguments().isOn(CONTAINERS.name());
        List<List<String>> rows = new ArrayList<>();
        List<String> namespaces = new ArrayList<>();
        for (Measured pod : pods) {
            List<Use> uses = each ? pod.containers().stream().sorted(order).toList() : List.of(pod.sum());
            for (Use use : uses) {
                List<String> row = new ArrayList<>(each ? List.of(pod.sum().name()) : List.of());
                row.addAll(List.of(use.name(), use.cpu(), use.memory(), ""));
                rows.add(row);
                namespaces.add(use.namespace());
            }
        }
        List<String> headings = new ArrayList<>(each ? List.of("POD") : List.of());
        headings.addAll(List.of("NAME", "CPU(cores)", "MEMORY(bytes)", ""));
        new Table(headings, rows, namespaces)
                .lines(
                        command.arguments().isOn("--all-namespaces"),
                        !command.arguments().isOn("--no-headers"))
                .forEach(command::print);
    }
}

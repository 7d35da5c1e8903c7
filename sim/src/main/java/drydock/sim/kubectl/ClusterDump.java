package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `cluster-info dump`: the nodes, and of some namespaces what runs and what it has written
/// (`kubectl/pkg/cmd/clusterinfo/clusterinfo_dump.go`).
final class ClusterDump {

    private static final List<ResourceKind> DUMPED = List.of(
            Kinds.EVENT,
            Kinds.REPLICATION_CONTROLLER,
            Kinds.SERVICE,
            Kinds.DAEMON_SET,
            Kinds.DEPLOYMENT,
            Kinds.REPLICA_SET,
            Kinds.POD);

    private final Invocation command;

    ClusterDump(Invocation command) {
        this.command = command;
    }

    void print() {
        String to = command.arguments().flag("--output-directory").orElse("-");
        if (!to.equals("-")) {
            throw new CommandFailure("error: --output-directory is not available: it is printed only");
        }
        list(Kinds.NODE, Query.all(Kinds.NODE));
        namespaces().distinct().forEach(namespace -> {
            DUMPED.forEach(kind -> list(kind, Query.in(kind, namespace)));
            command.cluster().list(Query.in(Kinds.POD, namespace)).forEach(pod -> logs((Pod) pod));
        });
        command.done().accept(0);
    }

    private Stream<String> namespaces() {
        if (command.arguments().isOn("--all-namespaces")) {
            return command.cluster().list(Query.all(Kinds.NAMESPACE)).stream()
                    .map(namespace -> namespace.getMetadata().getName());
        }
        List<String> named = command.arguments().values("--namespaces");
        return named.isEmpty()
                ? Stream.of("kube-system", command.namespace())
                : named.stream().flatMap(names -> Stream.of(names.split(",", -1)));
    }

    private void list(ResourceKind kind, Query query) {
        List<HasMetadata> objects = command.cluster().list(query);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("kind", kind.kind() + "List");
        list.put("apiVersion", kind.group().isEmpty() ? "v1" : kind.group() + "/v1");
        list.put("metadata", Map.of());
        list.put("items", objects.stream().map(Output::tree).toList());
        switch (command.arguments().flag("--output").orElse("json")) {
            case "json" -> command.print(JsonText.indented(list));
            case "yaml" -> command.out().accept("---\n" + YamlText.of(list));
            case String other ->
                throw new CommandFailure("error: unable to match a printer suitable for the output format \"" + other
                        + "\", allowed formats are: json,yaml");
        }
    }

    private void logs(Pod pod) {
        PodContainers.all(pod).forEach(container -> log(pod, container.getName()));
    }

    private void log(Pod pod, String container) {
        String what = " logs for container " + container + " of pod "
                + pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName() + " ====";
        command.print("==== START" + what);
        try {
            PodContainers.access(command)
                    .log(ResourceId.of(pod), container, LogWish.ALL, command.out(), _ -> {})
                    .close();
        } catch (ClusterException refused) {
            command.print("Request log error: " + refused.getMessage());
        }
        command.print("==== END" + what);
    }
}

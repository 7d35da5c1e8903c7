package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.List;

/// `cordon NODE` and `uncordon NODE`: whether new Pods may come to a node (`kubectl/pkg/cmd/drain/drain.go`).
///
/// @param closes whether it is `cordon`
record CordonVerb(boolean closes) implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.SELECTOR);
    }

    @Override
    public List<String> usage() {
        return List.of((closes ? "cordon" : "uncordon") + " NODE ...");
    }

    @Override
    public void run(Invocation command) {
        nodes(command, usage().getFirst()).forEach(node -> set(command, node, closes));
        command.done().accept(0);
    }

    /// The nodes that a command names or chooses.
    static List<Node> nodes(Invocation command, String usage) {
        List<String> words = new ArrayList<>(command.arguments().words());
        boolean chosen = command.arguments().flag("--selector").isPresent();
        if (words.isEmpty() && !chosen) {
            throw new CommandFailure("error: USAGE: " + usage + " [flags]\nSee 'kubectl "
                    + usage.replaceFirst(" .*", "") + " -h' for help and examples");
        }
        if (!words.isEmpty() && chosen) {
            throw new CommandFailure("error: cannot specify both a node name and a --selector option");
        }
        List<Node> nodes = new ArrayList<>();
        if (chosen) {
            words.add("nodes");
            Targets.of(command.withWords(words)).forEach(object -> nodes.add((Node) object));
            return nodes;
        }
        for (String word : words) {
            ResourceId id = ResourceId.of(Kinds.NODE, "", word.replaceFirst("^nodes?/", ""));
            HasMetadata found = Targets.find(command, id);
            nodes.add((Node) found);
        }
        return nodes;
    }

    static void set(Invocation command, Node node, boolean closes) {
        String name = "node/" + node.getMetadata().getName();
        boolean closed =
                node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
        String done = closes ? "cordoned" : "uncordoned";
        if (closed == closes) {
            command.print(name + " already " + done);
            return;
        }
        String body = "{\"spec\":{\"unschedulable\":" + (closes ? "true" : "null") + "}}";
        command.cluster().patch(ResourceId.of(node), new Patch(Patch.Type.MERGE, body));
        command.print(name + " " + done);
    }
}

package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `port-forward POD [LOCAL:]PORT...` (`kubectl/pkg/cmd/portforward/portforward.go`).
///
/// The ports are open until the command is stopped. Where nobody could stop it, as in a script without `&`,
/// it ends once they are open, and they stay so.
final class PortForwardVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.text("--address"));
    }

    @Override
    public List<String> usage() {
        return List.of("port-forward (POD | TYPE/NAME) [LOCAL_PORT:]REMOTE_PORT ...");
    }

    private record Pair(int local, int port) {}

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.size() < 2) {
            throw new CommandFailure("error: TYPE/NAME and list of ports are required for port-forward\n"
                    + "See 'kubectl port-forward -h' for help and examples");
        }
        Pod pod = PodContainers.pod(command, words.getFirst());
        List<Pair> pairs = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            pairs.add(pair(command, pod, words.getFirst(), word));
        }
        for (Pair pair : pairs) {
            command.held(PodContainers.access(command).forward(ResourceId.of(pod), pair.local(), pair.port()));
            command.print("Forwarding from 127.0.0.1:" + pair.local() + " -> " + pair.port());
        }
        if (command.started().isEmpty()) {
            command.done().accept(0);
        }
    }

    private static Pair pair(Invocation command, Pod pod, String object, String word) {
        String[] parts = word.split(":", -1);
        if (parts.length > 2) {
            throw new CommandFailure("error: invalid port format '" + word + "'");
        }
        String remote = parts[parts.length - 1];
        int port = target(command, pod, object, remote);
        String local = parts.length == 2 && !parts[0].isEmpty() ? parts[0] : remote;
        return new Pair(local.matches("\\d{1,5}") ? Integer.parseInt(local) : port, port);
    }

    /// Of a Service the port that it sends to, of a Pod the port itself or the one that is called so.
    private static int target(Invocation command, Pod pod, String object, String text) {
        int slash = object.indexOf('/');
        if (slash > 0) {
            var found = command.cluster()
                    .get(command.id(command.kind(object.substring(0, slash)), object.substring(slash + 1)));
            if (found.isPresent() && found.get() instanceof Service service) {
                ServicePort port = service.getSpec().getPorts().stream()
                        .filter(p -> text.equals(String.valueOf(p.getPort())) || text.equals(p.getName()))
                        .findFirst()
                        .orElseThrow(() -> new CommandFailure("error: Service "
                                + service.getMetadata().getName() + " does not have a service port " + text));
                var to = port.getTargetPort();
                return to == null
                        ? port.getPort()
                        : number(pod, to.getIntVal() != null ? to.getIntVal().toString() : to.getStrVal());
            }
        }
        return number(pod, text);
    }

    private static int number(Pod pod, String text) {
        if (text.matches("\\d{1,5}")) {
            return Integer.parseInt(text);
        }
        Optional<Integer> named = pod.getSpec().getContainers().stream()
                .flatMap(c -> c.getPorts().stream())
                .filter(p -> Objects.equals(p.getName(), text))
                .map(p -> p.getContainerPort())
                .findFirst();
        return named.orElseThrow(() -> new CommandFailure(
                "error: Pod '" + pod.getMetadata().getName() + "' does not have a named port '" + text + "'"));
    }
}

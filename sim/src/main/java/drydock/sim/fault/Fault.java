package drydock.sim.fault;

import java.time.Duration;
import java.util.List;

/// Something that goes wrong in a cluster. Its text is what follows `fault` in a script: `node-lost node-1`.
public sealed interface Fault {

    /// The machine goes off; what runs on it ends.
    record NodeLost(String node) implements Fault {}

    /// Everything that the node's kubelet does takes `times` times as long.
    record NodeSlow(String node, double times) implements Fault {

        public NodeSlow {
            if (!(times > 0)) {
                throw new IllegalArgumentException("not slower but impossible: " + times);
            }
        }
    }

    /// The node's disk is full of what is none of the cluster's.
    record DiskFull(String node) implements Fault {}

    /// Nothing gets from `one` to `other` or back; each is a node, a zone, or `control-plane`.
    record NetworkCut(String one, String other) implements Fault {}

    /// A program of the cluster does not run: `kube-scheduler`, `kubelet/node-1` …
    record ComponentStopped(String component) implements Fault {}

    /// A program of the cluster hears of every change so much later.
    record ComponentDelayed(String component, Duration by) implements Fault {}

    /// A registry, as `docker.io`, does not answer; an empty name means all.
    record RegistryDown(String registry) implements Fault {}

    /// The registries have no such image, as `nginx:1.99`.
    record ImageMissing(String image) implements Fault {}

    /// The container is killed, once.
    record ContainerKilled(String namespace, String pod, String container) implements Fault {}

    /// The container holds so many bytes more each second.
    record MemoryLeak(String namespace, String pod, String container, long bytesASecond) implements Fault {}

    /// Whether it is over as soon as it has happened.
    default boolean isMoment() {
        return this instanceof ContainerKilled;
    }

    /// What it is called in scripts.
    default String name() {
        return switch (this) {
            case NodeLost _ -> "node-lost";
            case NodeSlow _ -> "node-slow";
            case DiskFull _ -> "disk-full";
            case NetworkCut _ -> "network-cut";
            case ComponentStopped _ -> "component-stopped";
            case ComponentDelayed _ -> "component-delayed";
            case RegistryDown _ -> "registry-down";
            case ImageMissing _ -> "image-missing";
            case ContainerKilled _ -> "container-killed";
            case MemoryLeak _ -> "memory-leak";
        };
    }

    /// What it concerns, as words of a script.
    default List<String> target() {
        return switch (this) {
            case NodeLost(var node) -> List.of(node);
            case NodeSlow(var node, var times) -> List.of(node);
            case DiskFull(var node) -> List.of(node);
            case NetworkCut(var one, var other) -> List.of(one, other);
            case ComponentStopped(var component) -> List.of(component);
            case ComponentDelayed(var component, var by) -> List.of(component);
            case RegistryDown(var registry) -> registry.isEmpty() ? List.of() : List.of(registry);
            case ImageMissing(var image) -> List.of(image);
            case ContainerKilled(var namespace, var pod, var container) -> List.of(namespace + "/" + pod, container);
            case MemoryLeak(var namespace, var pod, var container, var bytes) ->
                List.of(namespace + "/" + pod, container);
        };
    }

    /// As it stands in a script, without the word `fault`.
    default String text() {
        String amount = switch (this) {
            case NodeSlow(var node, var times) ->
                " " + (times == Math.rint(times) ? Long.toString((long) times) : times);
            case ComponentDelayed(var component, var by) -> " " + by.toMillis() / 1000.0 + "s";
            case MemoryLeak(var namespace, var pod, var container, var bytes) -> " " + bytes;
            case NodeLost _,
                    DiskFull _,
                    NetworkCut _,
                    ComponentStopped _,
                    RegistryDown _,
                    ImageMissing _,
                    ContainerKilled _ -> "";
        };
        List<String> target = target();
        return name() + (target.isEmpty() ? "" : " " + String.join(" ", target)) + amount;
    }
}

package drydock.render.figure;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Objects as a cluster holds them at [#NOW], in every state that a Pod can be in.
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    public static Node node(String name, String ready) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewStatus()
                .addToAllocatable(Map.of("cpu", new Quantity("4"), "memory", new Quantity("8Gi")))
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }

    public static ReplicationController controller(String name, int wanted, int now, int ready) {
        return new ReplicationControllerBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(wanted)
                .addToSelector("app", "oldboyedu-web")
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "oldboyedu-web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("nginx")
                .withImage("nginx:1.14")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .withReplicas(now)
                .withReadyReplicas(ready)
                .endStatus()
                .build();
    }

    public static Service service(String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withType("NodePort")
                .withClusterIP("10.96.97.240")
                .addToSelector("app", "oldboyedu-web")
                .addNewPort()
                .withPort(8888)
                .withNewTargetPort(80)
                .withNodePort(30000)
                .endPort()
                .endSpec()
                .build();
    }

    public static EndpointSlice slice(String service, Map<String, Boolean> pods) {
        EndpointSliceBuilder slice = new EndpointSliceBuilder()
                .withNewMetadata()
                .withName(service + "-x7k2p")
                .withNamespace("default")
                .addToLabels("kubernetes.io/service-name", service)
                .endMetadata();
        pods.forEach((pod, ready) -> slice.addToEndpoints(new EndpointBuilder()
                .withNewTargetRef()
                .withKind("Pod")
                .withName(pod)
                .endTargetRef()
                .withNewConditions()
                .withReady(ready)
                .endConditions()
                .build()));
        return slice.build();
    }

    /// A Pod on `node` (none if empty) in `phase`, with the containers that `states` tell of.
    public static Pod pod(String name, String node, String phase, ContainerStatus... states) {
        boolean ready = Arrays.stream(states).allMatch(s -> Boolean.TRUE.equals(s.getReady()));
        PodBuilder pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .addToLabels("run", name)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .withPodIP(node.isEmpty() ? null : "10.244.1." + Math.floorMod(name.hashCode(), 250))
                .withContainerStatuses(states)
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready && states.length > 0 ? "True" : "False")
                .endCondition()
                .endStatus();
        for (ContainerStatus state : states) {
            pod.editSpec()
                    .addNewContainer()
                    .withName(state.getName())
                    .withImage(state.getName() + ":1")
                    .addNewPort()
                    .withContainerPort(80)
                    .endPort()
                    .withNewResources()
                    .addToRequests("cpu", new Quantity("250m"))
                    .addToRequests("memory", new Quantity("512Mi"))
                    .endResources()
                    .endContainer()
                    .endSpec();
        }
        if (!node.isEmpty()) {
            pod.editSpec().withNodeName(node).endSpec();
        }
        return pod.build();
    }

    public static Pod madeBy(Pod pod, HasMetadata owner) {
        return new PodBuilder(pod)
                .editMetadata()
                .addToLabels("app", "oldboyedu-web")
                .addNewOwnerReference()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .build();
    }

    public static Pod leaving(Pod pod, int secondsLeft) {
        return new PodBuilder(pod)
                .editMetadata()
                .withDeletionTimestamp(NOW.plusSeconds(secondsLeft).toString())
                .withDeletionGracePeriodSeconds(30L)
                .endMetadata()
                .build();
    }

    public static Pod unschedulable(String name, String why) {
        return new PodBuilder(pod(name, "", "Pending", running("web", false)))
                .editStatus()
                .withContainerStatuses(List.of())
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("False")
                .withReason("Unschedulable")
                .withMessage(why)
                .endCondition()
                .endStatus()
                .build();
    }

    /// A Pod whose init container `fetch` is in `init`, before its container `web`.
    public static Pod initializing(String name, String node, ContainerStatus init) {
        return new PodBuilder(pod(name, node, "Pending", waiting("web", "PodInitializing")))
                .editSpec()
                .addNewInitContainer()
                .withName(init.getName())
                .withImage("busybox")
                .endInitContainer()
                .addNewVolume()
                .withName("www")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .editStatus()
                .withInitContainerStatuses(init)
                .endStatus()
                .build();
    }

    public static ContainerStatus running(String name, boolean ready) {
        return new ContainerStatusBuilder()
                .withName(name)
                .withReady(ready)
                .withStarted(true)
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .build();
    }

    public static ContainerStatus waiting(String name, String reason) {
        return new ContainerStatusBuilder()
                .withName(name)
                .withReady(false)
                .withNewState()
                .withNewWaiting()
                .withReason(reason)
                .endWaiting()
                .endState()
                .build();
    }

    public static ContainerStatus ended(String name, int exitCode, String reason) {
        return new ContainerStatusBuilder()
                .withName(name)
                .withReady(false)
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withReason(reason)
                .endTerminated()
                .endState()
                .build();
    }

    /// Crashed `secondsAgo`, to be tried again `length` after that, as the kubelet writes it: `10s`,
    /// `2m40s`.
    public static ContainerStatus crashed(String name, int secondsAgo, String length) {
        return new ContainerStatusBuilder()
                .withName(name)
                .withReady(false)
                .withRestartCount(3)
                .withNewState()
                .withNewWaiting()
                .withReason("CrashLoopBackOff")
                .withMessage("back-off " + length + " restarting failed container=" + name + " pod=x_default(1)")
                .endWaiting()
                .endState()
                .withNewLastState()
                .withNewTerminated()
                .withExitCode(1)
                .withFinishedAt(NOW.minusSeconds(secondsAgo).toString())
                .endTerminated()
                .endLastState()
                .build();
    }

    /// A cluster of three nodes with Pods in every state, one of them made by hand, one waiting for a node.
    public static List<HasMetadata> cluster() {
        ReplicationController rc = controller("oldboyedu-nginx", 2, 4, 2);
        List<HasMetadata> all = new ArrayList<>(List.of(
                node("10.0.0.101", "True"),
                node("10.0.0.102", "True"),
                node("10.0.0.103", "Unknown"),
                rc,
                service("oldboyedu-nginx-svc"),
                slice(
                        "oldboyedu-nginx-svc",
                        Map.of(
                                "oldboyedu-nginx-vn72f", true,
                                "oldboyedu-nginx-2qnww", true,
                                "oldboyedu-nginx-4h2kd", false))));
        all.add(madeBy(pod("oldboyedu-nginx-vn72f", "10.0.0.101", "Running", running("nginx", true)), rc));
        all.add(madeBy(pod("oldboyedu-nginx-2qnww", "10.0.0.102", "Running", running("nginx", true)), rc));
        all.add(leaving(madeBy(pod("oldboyedu-nginx-4h2kd", "10.0.0.102", "Running", running("nginx", true)), rc), 21));
        all.add(leaving(madeBy(pod("oldboyedu-nginx-qp2nc", "10.0.0.101", "Running", running("nginx", true)), rc), 3));
        all.add(initializing("init-demo", "10.0.0.101", running("fetch", false)));
        all.add(pod("two-nginx", "10.0.0.102", "Running", running("first", true), crashed("second", 6, "20s")));
        all.add(pod("puller", "10.0.0.102", "Pending", waiting("web", "ImagePullBackOff")));
        all.add(pod("creating", "10.0.0.102", "Pending", waiting("web", "ContainerCreating")));
        all.add(pod("not-ready", "10.0.0.101", "Running", running("web", false), running("helper", true)));
        all.add(pod("finished", "10.0.0.101", "Succeeded", ended("job", 0, "Completed")));
        all.add(pod("failed", "10.0.0.101", "Failed", ended("job", 137, "OOMKilled")));
        all.add(pod("lost-one", "10.0.0.103", "Running", running("web", true)));
        all.add(unschedulable("greedy", "0/3 nodes are available: 3 Insufficient cpu. preemption: none."));
        all.add(unschedulable("新的订单服务", ""));
        return all;
    }
}

package drydock.app.recording;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/// A recording of very many Pods, written as one of a live cluster is: what there is at the start, then an hour of
/// Pods that become unready and ready, are restarted and are replaced.
public final class BenchmarkRecording {

    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final int PODS_ON_A_NODE = 100;
    private static final long MILLIS = 3_600_000;

    private final Pod[] pods;
    private final Random random = new Random(6);
    private Instant now = START;
    private long version;

    private BenchmarkRecording(int pods) {
        this.pods = new Pod[pods];
    }

    /// Writes one and waits until it is written.
    public static void write(Path file, int pods, int changes) throws IOException {
        new BenchmarkRecording(pods).write(file, changes);
    }

    private void write(Path file, int changes) throws IOException {
        CompletableFuture<Optional<IOException>> ended = new CompletableFuture<>();
        Header header = new Header(new ClusterInfo("large", "https://large.example", "v1.34.0", false), "", START);
        try (Recorder recorder = Recorder.begin(
                file,
                header,
                () -> now,
                ended::complete,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            for (int i = 0; i * PODS_ON_A_NODE < pods.length; i++) {
                recorder.accept(new ClusterEvent.Added(node(i)));
            }
            recorder.accept(new ClusterEvent.Synced(Kinds.NODE));
            for (int i = 0; i < pods.length; i++) {
                pods[i] = pod(i, 0, true, 0);
                recorder.accept(new ClusterEvent.Added(pods[i]));
            }
            recorder.accept(new ClusterEvent.Synced(Kinds.POD));
            for (int i = 1; i <= changes; i++) {
                now = START.plusMillis(MILLIS * i / changes);
                change(recorder, random.nextInt(pods.length), i);
            }
        }
        Optional<IOException> failure = ended.join();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void change(Recorder recorder, int pod, int change) {
        switch (change % 10) {
            case 0 -> recorder.accept(new ClusterEvent.Deleted(pods[pod]));
            case 1, 2, 3 -> told(recorder, pod, pod(pod, change, false, 1));
            default -> told(recorder, pod, pod(pod, change, true, 1));
        }
    }

    private void told(Recorder recorder, int at, Pod pod) {
        pods[at] = pod;
        recorder.accept(new ClusterEvent.Modified(pod));
    }

    private static Node node(int i) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("node-" + i)
                .withUid("node-uid-" + i)
                .addToLabels("kubernetes.io/hostname", "node-" + i)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withCapacity(Map.of("cpu", new Quantity("32"), "memory", new Quantity("128Gi")))
                .withAllocatable(Map.of("cpu", new Quantity("32"), "memory", new Quantity("128Gi")))
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    private Pod pod(int i, int change, boolean ready, int restarts) {
        String application = "app-" + i / 20;
        String yes = ready ? "True" : "False";
        String since = START.plusSeconds(change).toString();
        return new PodBuilder()
                .withNewMetadata()
                .withName(application + "-5954d8c6f7-" + i)
                .withNamespace("team-" + i % 200)
                .withUid("a1b2c3d4-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", i))
                .withResourceVersion(String.valueOf(++version))
                .withCreationTimestamp(START.toString())
                .addToLabels("app", application)
                .addToLabels("pod-template-hash", "5954d8c6f7")
                .addToAnnotations("prometheus.io/scrape", "true")
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName(application + "-5954d8c6f7")
                .withUid("uid-" + application)
                .withController(true)
                .withBlockOwnerDeletion(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-" + i / PODS_ON_A_NODE)
                .withServiceAccountName("default")
                .withRestartPolicy("Always")
                .withDnsPolicy("ClusterFirst")
                .withSchedulerName("default-scheduler")
                .withTerminationGracePeriodSeconds(30L)
                .addNewContainer()
                .withName("web")
                .withImage("registry.example/" + application + ":1.27.3")
                .withImagePullPolicy("IfNotPresent")
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .withProtocol("TCP")
                .endPort()
                .addNewEnv()
                .withName("LOG_LEVEL")
                .withValue("info")
                .endEnv()
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .addToRequests("memory", new Quantity("128Mi"))
                .addToLimits("memory", new Quantity("256Mi"))
                .endResources()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/ready")
                .withNewPort("http")
                .endHttpGet()
                .withPeriodSeconds(10)
                .endReadinessProbe()
                .addNewVolumeMount()
                .withName("token")
                .withMountPath("/var/run/secrets/kubernetes.io/serviceaccount")
                .withReadOnly(true)
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("token")
                .withNewSecret()
                .withSecretName("default-token")
                .endSecret()
                .endVolume()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .withPodIP("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256)
                .withHostIP("192.168.0." + i % 200)
                .withStartTime(START.toString())
                .withQosClass("Burstable")
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("True")
                .withLastTransitionTime(START.toString())
                .endCondition()
                .addNewCondition()
                .withType("Ready")
                .withStatus(yes)
                .withLastTransitionTime(since)
                .endCondition()
                .addNewCondition()
                .withType("ContainersReady")
                .withStatus(yes)
                .withLastTransitionTime(since)
                .endCondition()
                .addNewContainerStatus()
                .withName("web")
                .withReady(ready)
                .withStarted(true)
                .withRestartCount(restarts)
                .withImage("registry.example/" + application + ":1.27.3")
                .withImageID("registry.example/" + application + "@sha256:1f0c")
                .withContainerID("containerd://" + i + "-" + restarts)
                .withNewState()
                .withNewRunning()
                .withStartedAt(START.toString())
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}

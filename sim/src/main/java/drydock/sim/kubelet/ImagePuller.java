package drydock.sim.kubelet;

import drydock.sim.container.ImageName;
import drydock.sim.kubelet.ContainerView.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Sees to it that an image is on the node (`pkg/kubelet/images/image_manager.go`, EnsureImageExists).
final class ImagePuller {

    private final Kubelet kubelet;
    private final BackOff backOff = new BackOff();
    private final Map<String, String> whyFailed = new HashMap<>();

    ImagePuller(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    /// Tells `then` why the image of `container` cannot be had, or empty once it is there.
    void ensure(PodWorker worker, Container container, String path, Consumer<Optional<Waiting>> then) {
        Pod pod = worker.pod();
        String image = container.getImage();
        Optional<ImageName> name = kubelet.registries().named(image);
        if (name.isEmpty()) {
            String why = "Failed to apply default image tag \"" + image + "\": couldn't parse image name \"" + image
                    + "\": invalid reference format";
            kubelet.warn(pod, "InspectFailed", why, path);
            fail(pod, path, new Waiting("InvalidImageName", why), then);
            return;
        }
        boolean present = kubelet.images().holds(name.get());
        String policy = policy(container, name.get());
        if (present && !policy.equals("Always")) {
            kubelet.tell(
                    pod,
                    "Pulled",
                    "Container image \"" + image + "\" already present on machine and can be accessed by the pod",
                    path);
            then.accept(Optional.empty());
        } else if (policy.equals("Never")) {
            String why = "Container image \"" + image + "\" is not present with pull policy of Never";
            kubelet.warn(pod, "ErrImageNeverPull", why, path);
            fail(pod, path, new Waiting("ErrImageNeverPull", why), then);
        } else {
            pull(worker, image, name.get(), path, then);
        }
    }

    private void pull(PodWorker worker, String image, ImageName name, String path, Consumer<Optional<Waiting>> then) {
        Pod pod = worker.pod();
        String key = pod.getMetadata().getUid() + "_" + image;
        if (!backOff.remaining(key, kubelet.now()).isZero()) {
            kubelet.tell(pod, "BackOff", "Back-off pulling image \"" + image + "\"", path);
            String why = "Back-off pulling image \"" + image + "\": ErrImagePull: "
                    + whyFailed.getOrDefault(key, unreachable(name));
            fail(pod, path, new Waiting("ImagePullBackOff", why), then);
            return;
        }
        kubelet.tell(pod, "Pulling", "Pulling image \"" + image + "\"", path);
        Instant began = kubelet.now();
        boolean answers = kubelet.registries().answers(name.registry());
        boolean missing = answers && !kubelet.registries().has(name);
        if (!answers || missing || kubelet.eviction().diskFull()) {
            worker.after(
                    answers && !missing
                            ? kubelet.timing().pull(false)
                            : kubelet.timing().unreachable(),
                    () -> {
                        String why = missing ? notFound(name) : answers ? noSpace(name) : unreachable(name);
                        whyFailed.put(key, why);
                        backOff.count(key, kubelet.now(), kubelet.now());
                        kubelet.warn(pod, "Failed", "Failed to pull image \"" + image + "\": " + why, path);
                        fail(pod, path, new Waiting("ErrImagePull", why), then);
                    });
        } else {
            worker.after(kubelet.timing().pull(kubelet.images().holds(name)), () -> {
                String took = seconds(Duration.between(began, kubelet.now()));
                kubelet.images().add(name);
                kubelet.tell(
                        pod,
                        "Pulled",
                        "Successfully pulled image \"" + image + "\" in " + took + " (" + took
                                + " including waiting). Image size: " + size(name) + " bytes.",
                        path);
                then.accept(Optional.empty());
            });
        }
    }

    void forget(Pod pod) {
        backOff.forget(pod.getMetadata().getUid() + "_");
        whyFailed.keySet().removeIf(key -> key.startsWith(pod.getMetadata().getUid() + "_"));
    }

    private void fail(Pod pod, String path, Waiting why, Consumer<Optional<Waiting>> then) {
        kubelet.warn(pod, "Failed", "Error: " + why.reason(), path);
        then.accept(Optional.of(why));
    }

    private static String policy(Container container, ImageName name) {
        String policy = container.getImagePullPolicy();
        return policy != null && !policy.isEmpty() ? policy : name.latest() ? "Always" : "IfNotPresent";
    }

    /// containerd's words for a registry that does not answer.
    private static String unreachable(ImageName name) {
        boolean docker = name.registry().equals("docker.io");
        String host = docker ? "registry-1.docker.io" : name.registry();
        String dial = docker
                ? "dial tcp: lookup " + host + ": no such host"
                : "dial tcp " + host + ": connect: no route to host";
        String tag = name.digest().isEmpty() ? name.tag() : name.digest();
        return "failed to pull and unpack image \"" + name + "\": failed to resolve reference \"" + name
                + "\": failed to do request: Head \"https://" + host + "/v2/" + name.repository() + "/manifests/" + tag
                + "\": " + dial;
    }

    /// containerd's words for a registry that has no such image.
    private static String notFound(ImageName name) {
        return "failed to pull and unpack image \"" + name + "\": failed to resolve reference \"" + name + "\": " + name
                + ": not found";
    }

    private static String noSpace(ImageName name) {
        return "failed to pull and unpack image \"" + name + "\": failed to extract layer: write "
                + "/var/lib/containerd/io.containerd.content.v1.content/ingest: no space left on device";
    }

    private static String seconds(Duration took) {
        long millis = took.toMillis();
        String behindThePoint = Long.toString(1000 + millis % 1000).substring(1);
        return millis / 1000 + "." + behindThePoint + "s";
    }

    /// A size in bytes, the same for the same name: between 2 and 130 MB.
    private static long size(ImageName name) {
        return 2_000_000L + Math.floorMod(name.toString().hashCode(), 128_000_000);
    }
}

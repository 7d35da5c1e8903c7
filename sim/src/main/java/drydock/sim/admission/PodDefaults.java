package drydock.sim.admission;

import drydock.model.resource.EphemeralContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a Pod or a template of one does not say (`pkg/apis/core/v1/defaults.go`).
final class PodDefaults {

    private static final String MESSAGE_PATH = "/dev/termination-log";

    private PodDefaults() {}

    /// Fills in a Pod's own spec: that of a template, and requests that are missing from the limits.
    static void fillPod(@Nullable PodSpec spec) {
        if (spec == null) {
            return;
        }
        fillTemplate(spec);
        if (spec.getTerminationGracePeriodSeconds() < 0) {
            spec.setTerminationGracePeriodSeconds(1L);
        }
        if (spec.getEnableServiceLinks() == null) {
            spec.setEnableServiceLinks(true);
        }
        containers(spec).forEach(c -> requestsFromLimits(c.getResources()));
    }

    static void fillTemplate(@Nullable PodSpec spec) {
        if (spec == null) {
            return;
        }
        if (isEmpty(spec.getRestartPolicy())) {
            spec.setRestartPolicy("Always");
        }
        if (spec.getTerminationGracePeriodSeconds() == null) {
            spec.setTerminationGracePeriodSeconds(30L);
        }
        if (isEmpty(spec.getDnsPolicy())) {
            spec.setDnsPolicy("ClusterFirst");
        }
        if (spec.getSecurityContext() == null) {
            spec.setSecurityContext(new PodSecurityContext());
        }
        if (isEmpty(spec.getSchedulerName())) {
            spec.setSchedulerName("default-scheduler");
        }
        if (!isEmpty(spec.getServiceAccountName())) {
            spec.setServiceAccount(spec.getServiceAccountName());
        } else if (!isEmpty(spec.getServiceAccount())) {
            spec.setServiceAccountName(spec.getServiceAccount());
        }
        spec.getVolumes().forEach(VolumeDefaults::fill);
        containers(spec).forEach(PodDefaults::fill);
        spec.getEphemeralContainers().forEach(PodDefaults::fill);
        if (Boolean.TRUE.equals(spec.getHostNetwork())) {
            containers(spec).flatMap(c -> c.getPorts().stream()).forEach(PodDefaults::onHost);
        }
    }

    private static Stream<Container> containers(PodSpec spec) {
        return Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream());
    }

    /// (`SetDefaults_EphemeralContainer`: those of a container.)
    private static void fill(EphemeralContainer container) {
        Container filled = EphemeralContainers.asContainer(container);
        fill(filled);
        container.setImagePullPolicy(filled.getImagePullPolicy());
        container.setTerminationMessagePath(filled.getTerminationMessagePath());
        container.setTerminationMessagePolicy(filled.getTerminationMessagePolicy());
        container.setResources(filled.getResources());
        container.setEnv(filled.getEnv());
    }

    private static void fill(Container container) {
        if (isEmpty(container.getImagePullPolicy())) {
            container.setImagePullPolicy(pullPolicy(container.getImage()));
        }
        if (isEmpty(container.getTerminationMessagePath())) {
            container.setTerminationMessagePath(MESSAGE_PATH);
        }
        if (isEmpty(container.getTerminationMessagePolicy())) {
            container.setTerminationMessagePolicy("File");
        }
        if (container.getResources() == null) {
            container.setResources(new ResourceRequirements());
        }
        for (ContainerPort port : container.getPorts()) {
            if (isEmpty(port.getProtocol())) {
                port.setProtocol("TCP");
            }
        }
        container.getEnv().forEach(VolumeDefaults::fill);
        ProbeDefaults.fill(container.getLivenessProbe());
        ProbeDefaults.fill(container.getReadinessProbe());
        ProbeDefaults.fill(container.getStartupProbe());
    }

    private static String pullPolicy(@Nullable String image) {
        return isLatest(image) ? "Always" : "IfNotPresent";
    }

    /// Whether the image has the tag `latest`, or no tag and no digest.
    private static boolean isLatest(@Nullable String image) {
        if (image == null || image.contains("@")) {
            return false;
        }
        String last = image.substring(image.lastIndexOf('/') + 1);
        return !last.contains(":") || last.endsWith(":latest");
    }

    private static void onHost(ContainerPort port) {
        if (port.getHostPort() == null || port.getHostPort() == 0) {
            port.setHostPort(port.getContainerPort());
        }
    }

    private static void requestsFromLimits(ResourceRequirements resources) {
        Map<String, Quantity> limits = resources.getLimits();
        if (limits == null || limits.isEmpty()) {
            return;
        }
        Map<String, Quantity> requests = new LinkedHashMap<>();
        if (resources.getRequests() != null) {
            requests.putAll(resources.getRequests());
        }
        List.copyOf(limits.entrySet()).forEach(limit -> requests.putIfAbsent(limit.getKey(), limit.getValue()));
        resources.setRequests(requests);
    }

    static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}

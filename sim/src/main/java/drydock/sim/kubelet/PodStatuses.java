package drydock.sim.kubelet;

import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A Pod's whole status, from what is known of its containers.
final class PodStatuses {

    private PodStatuses() {}

    /// The status of `pod`, which carries the one it had.
    ///
    /// @param hostIp its node's address
    /// @param ending whether a terminal phase may be written: until the sandbox is gone the old phase stays
    static PodStatus compute(Pod pod, PodView view, String hostIp, boolean ending, Instant now) {
        return compute(pod, view, PodPhase.of(pod, view), hostIp, ending, now);
    }

    /// The same in a phase that does not follow from the containers alone.
    static PodStatus compute(Pod pod, PodView view, PodPhase phase, String hostIp, boolean ending, Instant now) {
        List<ContainerStatus> main = ContainerStatuses.main(pod, view);
        List<ContainerStatus> init = ContainerStatuses.init(pod, view);
        List<ContainerStatus> counted = new ArrayList<>();
        for (int i = 0; i < init.size(); i++) {
            if (RestartPolicies.isSidecar(pod.getSpec().getInitContainers().get(i))) {
                counted.add(init.get(i));
            }
        }
        counted.addAll(main);
        PodStatus old = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        Pod withStatus = pod.getStatus() == null ? pod.edit().withStatus(old).build() : pod;
        PodStatus status = Shallow.copy(old);
        status.setObservedGeneration(pod.getMetadata().getGeneration());
        status.setPhase(phase.terminal() && !ending ? held(old) : phase.text());
        status.setConditions(new PodConditions(withStatus, view, phase, counted, now).list());
        if (!hostIp.equals(old.getHostIP())) {
            status.setHostIP(hostIp);
            status.setHostIPs(List.of(new HostIP(hostIp)));
        }
        if (old.getStartTime() == null) {
            status.setStartTime(Times.format(now));
        }
        status.setInitContainerStatuses(shared(old.getInitContainerStatuses(), init));
        status.setContainerStatuses(shared(old.getContainerStatuses(), main));
        status.setEphemeralContainerStatuses(
                shared(old.getEphemeralContainerStatuses(), ContainerStatuses.ephemeral(pod, view)));
        if (!view.ip().isEmpty() && !view.ip().equals(old.getPodIP())) {
            status.setPodIP(view.ip());
            status.setPodIPs(List.of(new PodIP(view.ip())));
        }
        return status;
    }

    /// What is as it was is the same object, so that it is there once in all versions of the Pod.
    private static <T> List<T> shared(List<T> before, List<T> now) {
        return before.equals(now) ? before : now;
    }

    /// The status of a Pod that the kubelet turns away.
    static PodStatus rejected(Pod pod, String reason, String message, Instant now) {
        return new PodStatusBuilder(pod.getStatus() == null ? new PodStatus() : pod.getStatus())
                .withObservedGeneration(pod.getMetadata().getGeneration())
                .withPhase(PodPhase.FAILED.text())
                .withReason(reason)
                .withMessage("Pod was rejected: " + message)
                .withStartTime(Times.format(now))
                .build();
    }

    /// `status` of a Pod that its node has ended.
    static PodStatus ended(PodStatus status, PodEnd why) {
        return new PodStatusBuilder(status)
                .withPhase(PodPhase.FAILED.text())
                .withReason(why.reason())
                .withMessage(why.message())
                .build();
    }

    /// `status` of a Pod that its node ends because of what others need.
    static PodStatus disrupted(PodStatus status, PodEnd why, Instant now) {
        if (status.getConditions().stream().anyMatch(c -> "DisruptionTarget".equals(c.getType()))) {
            return status;
        }
        return new PodStatusBuilder(status)
                .addToConditions(
                        0,
                        new PodConditionBuilder()
                                .withType("DisruptionTarget")
                                .withStatus("True")
                                .withReason("TerminationByKubelet")
                                .withMessage(why.message())
                                .withObservedGeneration(status.getObservedGeneration())
                                .withLastTransitionTime(Times.format(now))
                                .build())
                .build();
    }

    private static String held(PodStatus old) {
        return old.getPhase() == null ? PodPhase.PENDING.text() : old.getPhase();
    }
}

package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.stream.Stream;

/// The rule `RestartAllContainers` (`pkg/kubelet/container/helpers.go`, ShouldAllContainersRestart): when a container
/// ends with an exit code that it names, all others are stopped without their hooks, and the Pod begins anew with its
/// first init container, in the sandbox that it has.
final class AllRestart {

    static final String CONDITION = "AllContainersRestarting";

    private static final String ACTION = "RestartAllContainers";

    private final Kubelet kubelet;
    private final PodWorker worker;

    AllRestart(Kubelet kubelet, PodWorker worker) {
        this.kubelet = kubelet;
        this.worker = worker;
    }

    /// Whether a container of `pod` has such a rule.
    static boolean isPossible(Pod pod) {
        return all(pod).flatMap(c -> c.getRestartPolicyRules().stream())
                .anyMatch(rule -> ACTION.equals(rule.getAction()));
    }

    /// Whether a container has ended so that all are to be restarted.
    static boolean isDue(Pod pod, PodView view) {
        return all(pod).anyMatch(container -> view.of(container.getName())
                .exit()
                .flatMap(exit -> RestartPolicies.rule(container, exit.code()))
                .filter(rule -> ACTION.equals(rule.getAction()))
                .isPresent());
    }

    /// Stops what runs, one after another; `then` is run when the Pod can begin anew.
    void run(Runnable then) {
        List<Container> running = all(worker.pod())
                .filter(c -> worker.runtime().running().contains(c.getName()))
                .toList();
        stop(running, 0, then);
    }

    private void stop(List<Container> running, int index, Runnable then) {
        if (index == running.size()) {
            worker.runtime().anew(all(worker.pod()).map(Container::getName).toList());
            then.run();
            return;
        }
        Container container = running.get(index);
        ContainerRun run = worker.runtime().current(container.getName()).orElseThrow();
        if (!run.running()) {
            stop(running, index + 1, then);
            return;
        }
        worker.whenEnded(run, () -> stop(running, index + 1, then));
        new ContainerStop(kubelet, worker, container, run).begin("Stopping container " + container.getName(), 0);
    }

    private static Stream<Container> all(Pod pod) {
        return Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream());
    }
}

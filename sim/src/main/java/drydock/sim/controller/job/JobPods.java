package drydock.sim.controller.job;

import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.workload.PodOfTemplate;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The Pods of a Job: what they are made of, and what is asked of them (`job/job_controller.go`,
/// `job/indexed_job_utils.go`).
final class JobPods {

    static final String FINALIZER = "batch.kubernetes.io/job-tracking";
    private static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String FAILURES = "batch.kubernetes.io/job-index-failure-count";
    private static final int NO_INDEX = -1;

    private JobPods() {}

    static boolean isIndexed(Job job) {
        return "Indexed".equals(job.getSpec().getCompletionMode());
    }

    static boolean isActive(Pod pod) {
        return Pods.isActive(pod);
    }

    static boolean hasSucceeded(Pod pod) {
        return Pods.phase(pod).equals("Succeeded");
    }

    /// Whether `pod` counts as failed: one that is being deleted does, unless only those that have ended are replaced.
    static boolean hasFailed(Job job, Pod pod) {
        return Pods.phase(pod).equals("Failed")
                || (Owners.isDeleting(pod) && !hasSucceeded(pod) && !waitsForTheEnd(job));
    }

    static boolean isTerminating(Pod pod) {
        return Owners.isDeleting(pod) && !Pods.isOver(pod);
    }

    /// Whether a Pod is replaced only once it has ended.
    static boolean waitsForTheEnd(Job job) {
        return "Failed".equals(job.getSpec().getPodReplacementPolicy())
                || job.getSpec().getPodFailurePolicy() != null;
    }

    static boolean isTracked(Pod pod) {
        return pod.getMetadata().getFinalizers().contains(FINALIZER);
    }

    /// The completion index that `pod` works on, -1 if it tells none.
    static int index(Pod pod) {
        return number(pod, INDEX, NO_INDEX);
    }

    /// How often its index had failed before `pod`.
    static int failuresBefore(Pod pod) {
        return number(pod, FAILURES, 0);
    }

    private static int number(Pod pod, String annotation, int otherwise) {
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        String text = annotations == null ? null : annotations.get(annotation);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /// When `pod` ended: when its last container did, or when it was deleted.
    static Instant finished(Pod pod) {
        return statuses(pod)
                .filter(s -> s.getState() != null && s.getState().getTerminated() != null)
                .map(s -> s.getState().getTerminated().getFinishedAt())
                .filter(Objects::nonNull)
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElseGet(() -> Owners.isDeleting(pod)
                        ? Instant.parse(pod.getMetadata().getDeletionTimestamp())
                        : Pods.created(pod));
    }

    /// How often containers of `pod` have been started again.
    static int restarts(Pod pod) {
        return statuses(pod)
                .mapToInt(s -> Objects.requireNonNullElse(s.getRestartCount(), 0))
                .sum();
    }

    static Stream<ContainerStatus> statuses(Pod pod) {
        return pod.getStatus() == null
                ? Stream.empty()
                : Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream());
    }

    /// A Pod for `job`.
    static Pod make(Job job) {
        return builder(job).build();
    }

    /// A Pod for the work number `index`, which has failed `failures` times before.
    static Pod make(Job job, int index, int failures) {
        PodBuilder pod = builder(job);
        pod.editMetadata()
                .withGenerateName(job.getMetadata().getName() + "-" + index + "-")
                .addToAnnotations(INDEX, Integer.toString(index))
                .addToLabels(INDEX, Integer.toString(index))
                .endMetadata();
        if (job.getSpec().getBackoffLimitPerIndex() != null) {
            pod.editMetadata()
                    .addToAnnotations(FAILURES, Integer.toString(failures))
                    .endMetadata();
        }
        Pod made = pod.editSpec()
                .withHostname(job.getMetadata().getName() + "-" + index)
                .endSpec()
                .build();
        Stream.concat(made.getSpec().getInitContainers().stream(), made.getSpec().getContainers().stream())
                .forEach(JobPods::tellIndex);
        return made;
    }

    private static void tellIndex(Container container) {
        if (container.getEnv().stream().anyMatch(e -> e.getName().equals("JOB_COMPLETION_INDEX"))) {
            return;
        }
        List<EnvVar> all = new ArrayList<>(container.getEnv());
        all.add(new EnvVarBuilder()
                .withName("JOB_COMPLETION_INDEX")
                .withNewValueFrom()
                .withNewFieldRef("v1", "metadata.labels['" + INDEX + "']")
                .endValueFrom()
                .build());
        container.setEnv(all);
    }

    private static PodBuilder builder(Job job) {
        PodBuilder pod = PodOfTemplate.begin(job, job.getSpec().getTemplate(), Map.of());
        return pod.editMetadata().addToFinalizers(FINALIZER).endMetadata();
    }
}

package drydock.sim.controller.job;

import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.workload.PodOfTemplate;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The Pods of a Job: what they are made of, and what is asked of them (`job/job_controller.go`,
/// `job/indexed_job_utils.go`).
final class JobPods {

    static final String FINALIZER = "batch.kubernetes.io/job-tracking";
    private static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String FAILURES = "batch.kubernetes.io/job-index-failure-count";
    private static final String IGNORED_FAILURES = "batch.kubernetes.io/job-index-ignored-failure-count";
    private static final int NO_INDEX = -1;
    private static final int LONGEST_BASE = 58;

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

    /// How often its index had failed before `pod`, without the failures that do not count.
    static int failures(Pod pod) {
        return number(pod, FAILURES, 0);
    }

    /// How often its index had failed before `pod`.
    static int allFailures(Pod pod) {
        return failures(pod) + number(pod, IGNORED_FAILURES, 0);
    }

    private static int number(Pod pod, String annotation, int otherwise) {
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        String text = annotations == null ? null : annotations.get(annotation);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /// When `pod` ended: when its last container did, else when it was ready no more, else when it was
    /// deleted (`backoff_utils.go getFinishedTime`).
    static Instant finished(Pod pod) {
        return containersEnded(pod)
                .or(() -> notReadySince(pod))
                .or(() -> deleted(pod))
                .orElseGet(() -> Pods.created(pod));
    }

    private static Optional<Instant> containersEnded(Pod pod) {
        Optional<Instant> last = Optional.empty();
        for (ContainerStatus status : pod.getStatus() == null
                ? List.<ContainerStatus>of()
                : pod.getStatus().getContainerStatuses()) {
            if (status.getState() == null
                    || status.getState().getTerminated() == null
                    || status.getState().getTerminated().getFinishedAt() == null) {
                return Optional.empty();
            }
            Instant at = Times.moment(status.getState().getTerminated().getFinishedAt());
            last = last.filter(at::isBefore).or(() -> Optional.of(at));
        }
        return last;
    }

    private static Optional<Instant> notReadySince(Pod pod) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getConditions().stream()
                        .filter(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("False"))
                        .map(PodCondition::getLastTransitionTime)
                        .filter(Objects::nonNull)
                        .map(Times::moment)
                        .findFirst();
    }

    private static Optional<Instant> deleted(Pod pod) {
        long grace = Objects.requireNonNullElse(pod.getMetadata().getDeletionGracePeriodSeconds(), 0L);
        return Optional.ofNullable(pod.getMetadata().getDeletionTimestamp())
                .map(at -> Times.moment(at).minusSeconds(grace));
    }

    /// How often containers of `pod` have been started again.
    static int restarts(Pod pod) {
        return statuses(pod)
                .mapToInt(s -> Objects.requireNonNullElse(s.getRestartCount(), 0))
                .sum();
    }

    /// Of its containers, then of its init containers.
    static Stream<ContainerStatus> statuses(Pod pod) {
        return pod.getStatus() == null
                ? Stream.empty()
                : Stream.concat(
                        pod.getStatus().getContainerStatuses().stream(),
                        pod.getStatus().getInitContainerStatuses().stream());
    }

    /// A Pod for `job`.
    static Pod make(Job job) {
        return builder(job).build();
    }

    /// A Pod for the work number `index`.
    ///
    /// @param failed the one whose place it takes, if one failed there
    static Pod make(Job job, int index, Optional<Pod> failed) {
        PodBuilder pod = builder(job);
        pod.editMetadata()
                .withGenerateName(base(job, index))
                .addToAnnotations(INDEX, Integer.toString(index))
                .addToLabels(INDEX, Integer.toString(index))
                .endMetadata();
        if (job.getSpec().getBackoffLimitPerIndex() != null) {
            noteFailures(job, pod, failed);
        }
        Pod made = pod.editSpec()
                .withHostname(job.getMetadata().getName() + "-" + index)
                .endSpec()
                .build();
        Stream.concat(made.getSpec().getInitContainers().stream(), made.getSpec().getContainers().stream())
                .forEach(JobPods::tellIndex);
        return made;
    }

    private static String base(Job job, int index) {
        String name = job.getMetadata().getName();
        String end = "-" + index + "-";
        return name.substring(0, Math.min(name.length(), LONGEST_BASE - end.length())) + end;
    }

    /// How often the index has failed (`indexed_job_utils.go addIndexFailureCountAnnotation`).
    private static void noteFailures(Job job, PodBuilder pod, Optional<Pod> failed) {
        boolean ignored = failed.map(
                        last -> FailurePolicy.of(job, last).action().equals("Ignore"))
                .orElse(false);
        int before = failed.map(JobPods::failures).orElse(0);
        int ignoredBefore =
                failed.map(last -> allFailures(last) - failures(last)).orElse(0);
        int counting = before + (failed.isPresent() && !ignored ? 1 : 0);
        int ignoredAll = ignoredBefore + (ignored ? 1 : 0);
        pod.editMetadata()
                .addToAnnotations(FAILURES, Integer.toString(counting))
                .endMetadata();
        if (ignoredAll > 0) {
            pod.editMetadata()
                    .addToAnnotations(IGNORED_FAILURES, Integer.toString(ignoredAll))
                    .endMetadata();
        }
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

package drydock.sim.kubectl;

import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of StatefulSets, DaemonSets, Jobs, CronJobs and what goes with them
/// (`pkg/printers/internalversion/printers.go`).
final class WorkloadTables {

    private WorkloadTables() {}

    /// The headings, with those of `-o wide` behind a bar; empty for other kinds.
    static Optional<String> headings(HasMetadata object) {
        return switch (object) {
            case StatefulSet _ -> Optional.of("NAME READY AGE|CONTAINERS IMAGES");
            case DaemonSet _ ->
                Optional.of(
                        "NAME DESIRED CURRENT READY UP-TO-DATE AVAILABLE NODE_SELECTOR AGE|CONTAINERS IMAGES SELECTOR");
            case Job _ -> Optional.of("NAME STATUS COMPLETIONS DURATION AGE|CONTAINERS IMAGES SELECTOR");
            case CronJob _ ->
                Optional.of("NAME SCHEDULE TIMEZONE SUSPEND ACTIVE LAST_SCHEDULE AGE|CONTAINERS IMAGES SELECTOR");
            case PodDisruptionBudget _ -> Optional.of("NAME MIN_AVAILABLE MAX_UNAVAILABLE ALLOWED_DISRUPTIONS AGE|");
            case ControllerRevision _ -> Optional.of("NAME CONTROLLER REVISION AGE|");
            default -> Optional.empty();
        };
    }

    /// The cells under [#headings] but the name.
    static List<String> cells(HasMetadata object, Instant now, boolean wide) {
        List<String> cells = new ArrayList<>(usual(object, now));
        cells.add(Ages.since(object.getMetadata().getCreationTimestamp(), now));
        if (wide) {
            cells.addAll(more(object));
        }
        return cells;
    }

    private static List<String> usual(HasMetadata object, Instant now) {
        return switch (object) {
            case StatefulSet set ->
                List.of(number(set.getStatus().getReadyReplicas()) + "/"
                        + number(set.getSpec().getReplicas()));
            case DaemonSet set ->
                List.of(
                        number(set.getStatus().getDesiredNumberScheduled()),
                        number(set.getStatus().getCurrentNumberScheduled()),
                        number(set.getStatus().getNumberReady()),
                        number(set.getStatus().getUpdatedNumberScheduled()),
                        number(set.getStatus().getNumberAvailable()),
                        Tables.pairs(set.getSpec().getTemplate().getSpec().getNodeSelector()));
            case Job job -> List.of(status(job), completions(job), duration(job, now));
            case CronJob job ->
                List.of(
                        job.getSpec().getSchedule(),
                        Objects.requireNonNullElse(job.getSpec().getTimeZone(), "<none>"),
                        Boolean.TRUE.equals(job.getSpec().getSuspend()) ? "True" : "False",
                        Integer.toString(job.getStatus().getActive().size()),
                        job.getStatus().getLastScheduleTime() == null
                                ? "<none>"
                                : Ages.since(job.getStatus().getLastScheduleTime(), now));
            case PodDisruptionBudget budget ->
                List.of(
                        orNotApplicable(budget.getSpec().getMinAvailable()),
                        orNotApplicable(budget.getSpec().getMaxUnavailable()),
                        budget.getStatus() == null
                                ? "0"
                                : number(budget.getStatus().getDisruptionsAllowed()));
            case ControllerRevision revision -> List.of(controller(revision), Long.toString(revision.getRevision()));
            default -> throw new IllegalArgumentException("no table of its own: " + object.getKind());
        };
    }

    private static List<String> more(HasMetadata object) {
        return switch (object) {
            case StatefulSet set -> images(set.getSpec().getTemplate().getSpec().getContainers());
            case DaemonSet set ->
                selected(
                        set.getSpec().getTemplate().getSpec().getContainers(),
                        Tables.selector(set.getSpec().getSelector()));
            case Job job ->
                selected(
                        job.getSpec().getTemplate().getSpec().getContainers(),
                        Tables.selector(job.getSpec().getSelector()));
            case CronJob job ->
                selected(
                        job.getSpec()
                                .getJobTemplate()
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers(),
                        Tables.selector(job.getSpec().getJobTemplate().getSpec().getSelector()));
            default -> List.of();
        };
    }

    private static List<String> images(List<Container> containers) {
        return List.of(
                containers.stream().map(Container::getName).collect(Collectors.joining(",")),
                containers.stream().map(Container::getImage).collect(Collectors.joining(",")));
    }

    private static List<String> selected(List<Container> containers, String selector) {
        List<String> cells = new ArrayList<>(images(containers));
        cells.add(selector);
        return cells;
    }

    private static String status(Job job) {
        Set<String> is = job.getStatus().getConditions().stream()
                .filter(c -> "True".equals(c.getStatus()))
                .map(JobCondition::getType)
                .collect(Collectors.toSet());
        if (is.contains("Complete") || is.contains("Failed")) {
            return is.contains("Complete") ? "Complete" : "Failed";
        }
        if (job.getMetadata().getDeletionTimestamp() != null) {
            return "Terminating";
        }
        return List.of("Suspended", "FailureTarget", "SuccessCriteriaMet").stream()
                .filter(is::contains)
                .findFirst()
                .orElse("Running");
    }

    private static String completions(Job job) {
        String succeeded = number(job.getStatus().getSucceeded());
        if (job.getSpec().getCompletions() != null) {
            return succeeded + "/" + job.getSpec().getCompletions();
        }
        int parallelism = Objects.requireNonNullElse(job.getSpec().getParallelism(), 0);
        return parallelism > 1 ? succeeded + "/1 of " + parallelism : succeeded + "/1";
    }

    private static String duration(Job job, Instant now) {
        String start = job.getStatus().getStartTime();
        String end = job.getStatus().getCompletionTime();
        return start == null ? "" : Ages.since(start, end == null ? now : Instant.parse(end));
    }

    private static String orNotApplicable(@Nullable IntOrString value) {
        return value == null
                ? "N/A"
                : value.getStrVal() == null ? Integer.toString(value.getIntVal()) : value.getStrVal();
    }

    private static String controller(ControllerRevision revision) {
        return revision.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst()
                .map(WorkloadTables::qualified)
                .orElse("<none>");
    }

    private static String qualified(OwnerReference owner) {
        int slash = owner.getApiVersion().indexOf('/');
        String group = slash < 0 ? "" : "." + owner.getApiVersion().substring(0, slash);
        return owner.getKind().toLowerCase(Locale.ROOT) + group + "/" + owner.getName();
    }

    private static String number(@Nullable Integer value) {
        return Integer.toString(Objects.requireNonNullElse(value, 0));
    }
}

package drydock.sim.controller.cronjob;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cron.CronSchedule;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Owners;
import drydock.sim.controller.job.JobConditions;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One look at a CronJob (`cronjob/cronjob_controllerv2.go syncCronJob`).
final class CronJobSync {

    private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";
    private static final int CONFLICT = 409;
    private static final Duration BEHIND = Duration.ofMillis(100);
    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private final ApiServer api;
    private final CronJob job;
    private final CronJobStatus status;
    private final Collection<Job> jobs;
    private final Instant now;

    CronJobSync(ApiServer api, CronJob job, Collection<Job> jobs) {
        this.api = api;
        this.job = new CronJobBuilder(job).build();
        this.status = Objects.requireNonNullElseGet(this.job.getStatus(), CronJobStatus::new);
        this.status.setActive(new ArrayList<>(status.getActive()));
        this.jobs = jobs;
        this.now = api.now();
    }

    /// Does what is due; returns how long until there is more, empty if nothing is known to come.
    ///
    /// @throws ClusterException if something was refused
    Optional<Duration> run() {
        followJobs();
        boolean rests =
                Owners.isDeleting(job) || Boolean.TRUE.equals(job.getSpec().getSuspend());
        Optional<CronSchedule> schedule = rests ? Optional.empty() : schedule();
        schedule.ifPresent(this::startIfDue);
        trimHistory();
        api.replaceStatus(new CronJobBuilder(job).withStatus(status).build());
        return schedule.flatMap(this::untilNext);
    }

    /// How long until the next run, empty if none is to come.
    Optional<Duration> untilNext() {
        return schedule().flatMap(this::untilNext);
    }

    private Optional<Duration> untilNext(CronSchedule schedule) {
        Instant since = since(Optional.empty());
        return schedule.next(since.isAfter(now) ? since : now)
                .map(next -> Duration.between(now, next).plus(BEHIND));
    }

    /// Takes off the list of active Jobs those that have ended or vanished.
    private void followJobs() {
        for (Job child : jobs) {
            boolean listed = isListed(child);
            boolean finished = JobConditions.isFinished(child);
            String name = child.getMetadata().getName();
            if (!listed && !finished) {
                if (api.get(ResourceId.of(job))
                        .filter(is -> isListed((CronJob) is, child))
                        .isEmpty()) {
                    String text = "Saw a job that the controller did not create or forgot: " + name;
                    api.record(job, "Warning", "UnexpectedJob", text, "");
                }
            } else if (listed && finished) {
                status.getActive()
                        .removeIf(ref -> ref.getUid().equals(child.getMetadata().getUid()));
                String end = JobConditions.finish(child).orElseThrow().getType();
                String text = "Saw completed job: " + name + ", condition: " + end;
                api.record(job, "Normal", "SawCompletedJob", text, "");
            } else if (finished && child.getStatus().getCompletionTime() != null) {
                String last = status.getLastSuccessfulTime();
                String done = child.getStatus().getCompletionTime();
                status.setLastSuccessfulTime(last == null || done.compareTo(last) > 0 ? done : last);
            }
        }
        for (ObjectReference ref : List.copyOf(status.getActive())) {
            if (jobs.stream().noneMatch(j -> j.getMetadata().getUid().equals(ref.getUid()))
                    && api.get(ResourceId.of(Kinds.JOB, ref.getNamespace(), ref.getName()))
                            .isEmpty()) {
                api.record(job, "Normal", "MissingJob", "Active job went missing: " + ref.getName(), "");
                status.getActive().remove(ref);
            }
        }
    }

    private boolean isListed(Job child) {
        return isListed(job, child) || status.getActive().stream().anyMatch(ref -> isTo(ref, child));
    }

    private static boolean isListed(CronJob job, Job child) {
        return job.getStatus() != null && job.getStatus().getActive().stream().anyMatch(ref -> isTo(ref, child));
    }

    private static boolean isTo(ObjectReference ref, Job child) {
        return child.getMetadata().getUid().equals(ref.getUid());
    }

    private void trimHistory() {
        trim("Complete", job.getSpec().getSuccessfulJobsHistoryLimit());
        trim("Failed", job.getSpec().getFailedJobsHistoryLimit());
    }

    private void trim(String end, @Nullable Integer limit) {
        if (limit == null) {
            return;
        }
        List<Job> ended = jobs.stream()
                .filter(j -> JobConditions.finish(j)
                        .filter(c -> c.getType().equals(end))
                        .isPresent())
                .filter(j -> !Owners.isDeleting(j))
                .sorted(Comparator.comparing((Job j) ->
                                Objects.requireNonNullElse(j.getStatus().getStartTime(), ""))
                        .thenComparing(j -> j.getMetadata().getName()))
                .toList();
        ended.stream().limit(Math.max(0, ended.size() - limit)).forEach(this::delete);
    }

    private Optional<CronSchedule> schedule() {
        try {
            return Optional.of(CronSchedule.parse(job.getSpec().getSchedule(), zone()));
        } catch (IllegalArgumentException unreadable) {
            String text = "unparseable schedule: \"" + job.getSpec().getSchedule() + "\" : " + unreadable.getMessage();
            api.record(job, "Warning", "UnparseableSchedule", text, "");
            return Optional.empty();
        }
    }

    private ZoneId zone() {
        String name = job.getSpec().getTimeZone();
        return name == null || name.isEmpty() || !ZoneId.getAvailableZoneIds().contains(name)
                ? ZoneOffset.UTC
                : ZoneId.of(name);
    }

    /// From when on runs may be due.
    private Instant since(Optional<Long> deadlineSeconds) {
        Instant since = Instant.parse(
                status.getLastScheduleTime() == null
                        ? job.getMetadata().getCreationTimestamp()
                        : status.getLastScheduleTime());
        Instant earliest = deadlineSeconds.map(now::minusSeconds).orElse(since);
        return earliest.isAfter(since) ? earliest : since;
    }

    private void startIfDue(CronSchedule schedule) {
        Optional<Long> deadline = Optional.ofNullable(job.getSpec().getStartingDeadlineSeconds());
        MissedTimes missed = MissedTimes.between(schedule, since(deadline), now);
        if (missed.tooMany()) {
            api.record(
                    job,
                    "Warning",
                    "TooManyMissedTimes",
                    "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew",
                    "");
        }
        if (missed.latest().isEmpty()) {
            return;
        }
        Instant due = missed.latest().get();
        if (deadline.filter(seconds -> due.plusSeconds(seconds).isBefore(now)).isPresent()) {
            String text = "Missed scheduled time to start a job: " + RFC_1123.format(due.atZone(ZoneOffset.UTC));
            api.record(job, "Warning", "MissSchedule", text, "");
            return;
        }
        if (mayStart(due)) {
            start(due);
        }
    }

    private boolean mayStart(Instant due) {
        boolean started =
                status.getActive().stream().anyMatch(ref -> ref.getName().equals(name(due)))
                        || Times.seconds(due).equals(status.getLastScheduleTime());
        boolean busy = !status.getActive().isEmpty();
        if (!started && busy && "Forbid".equals(job.getSpec().getConcurrencyPolicy())) {
            String text = "Not starting job because prior execution is running and concurrency policy is Forbid";
            api.record(job, "Normal", "JobAlreadyActive", text, "");
            return false;
        }
        return !started;
    }

    private void start(Instant due) {
        if ("Replace".equals(job.getSpec().getConcurrencyPolicy())) {
            List.copyOf(status.getActive())
                    .forEach(ref -> api.get(ResourceId.of(Kinds.JOB, ref.getNamespace(), ref.getName()))
                            .ifPresent(is -> delete((Job) is)));
        }
        ObjectMeta template =
                Objects.requireNonNullElseGet(job.getSpec().getJobTemplate().getMetadata(), ObjectMeta::new);
        Job made = new JobBuilder()
                .withNewMetadata()
                .withName(name(due))
                .withNamespace(job.getMetadata().getNamespace())
                .withLabels(template.getLabels())
                .withAnnotations(template.getAnnotations())
                .addToAnnotations(
                        SCHEDULED, ZonedDateTime.ofInstant(due, zone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .withOwnerReferences(Owners.controlledBy(job))
                .endMetadata()
                .withSpec(job.getSpec().getJobTemplate().getSpec())
                .build();
        create(made).ifPresent(stored -> {
            status.getActive().add(reference(stored));
            status.setLastScheduleTime(Times.seconds(due));
        });
    }

    private String name(Instant due) {
        return job.getMetadata().getName() + "-" + due.getEpochSecond() / 60;
    }

    /// The Job that was made; or that was there already, if it is this one's and nobody has noted it.
    private Optional<Job> create(Job made) {
        try {
            Job stored = (Job) api.create(made);
            String text = "Created job " + made.getMetadata().getName();
            api.record(job, "Normal", "SuccessfulCreate", text, "");
            return Optional.of(stored);
        } catch (ClusterException refused) {
            if (refused.code() == CONFLICT) {
                return api.get(ResourceId.of(made))
                        .map(Job.class::cast)
                        .filter(there -> Owners.controller(there)
                                .filter(owner ->
                                        owner.getUid().equals(job.getMetadata().getUid()))
                                .isPresent())
                        .filter(there -> !isListed(there));
            }
            api.record(job, "Warning", "FailedCreate", "Error creating job: " + refused.getMessage(), "");
            throw refused;
        }
    }

    private static ObjectReference reference(Job stored) {
        return new ObjectReferenceBuilder()
                .withApiVersion(stored.getApiVersion())
                .withKind(stored.getKind())
                .withName(stored.getMetadata().getName())
                .withNamespace(stored.getMetadata().getNamespace())
                .withUid(stored.getMetadata().getUid())
                .withResourceVersion(stored.getMetadata().getResourceVersion())
                .build();
    }

    private void delete(Job child) {
        try {
            api.delete(ResourceId.of(child), Deletion.DEFAULT);
            status.getActive().removeIf(ref -> isTo(ref, child));
            api.record(
                    job,
                    "Normal",
                    "SuccessfulDelete",
                    "Deleted job " + child.getMetadata().getName(),
                    "");
        } catch (ClusterException refused) {
            if (refused.code() != 404) {
                api.record(job, "Warning", "FailedDelete", "Deleted job: " + refused.getMessage(), "");
            }
        }
    }
}

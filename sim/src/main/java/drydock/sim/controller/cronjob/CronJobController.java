package drydock.sim.controller.cronjob;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the Jobs of CronJobs when it is time (`pkg/controller/cronjob/cronjob_controllerv2.go`).
public final class CronJobController {

    private static final String COMPONENT = "cronjob-controller";

    private final Engine engine;
    private final ApiServer api;
    private final Informer<CronJob> cronJobs;
    private final Informer<Job> jobs;
    private final WorkQueue queue;
    private final Map<ResourceId, Alarm> alarms = new HashMap<>();

    private record Alarm(Engine.Timer timer, long atNanos) {}

    private CronJobController(Engine engine, ApiServer server) {
        this.engine = engine;
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        jobs = new Informer<>(api, Kinds.JOB, Job.class, job -> List.of(Owners.indexKey(job))).on(this::jobChanged);
        cronJobs = new Informer<>(api, Kinds.CRON_JOB, CronJob.class).on(this::cronJobChanged);
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new CronJobController(engine, server);
    }

    /// One whose times have changed waits for the next of them, whatever would have been due before
    /// (`cronjob_controllerv2.go updateCronJob`).
    private void cronJobChanged(@Nullable CronJob before, @Nullable CronJob after) {
        ResourceId key = ResourceId.of(Objects.requireNonNull(after == null ? before : after));
        if (before == null || after == null || hasSameTimes(before, after)) {
            queue.add(key);
            return;
        }
        new CronJobSync(api, after, List.of()).untilNext().ifPresent(wait -> {
            Alarm alarm = alarms.get(key);
            if (alarm == null || engine.nowNanos() + wait.toNanos() < alarm.atNanos()) {
                stop(key);
                wake(key, wait);
            }
        });
    }

    private static boolean hasSameTimes(CronJob one, CronJob other) {
        return Objects.equals(one.getSpec().getSchedule(), other.getSpec().getSchedule())
                && Objects.equals(one.getSpec().getTimeZone(), other.getSpec().getTimeZone());
    }

    private void jobChanged(@Nullable Job before, @Nullable Job after) {
        Job job = Objects.requireNonNull(after == null ? before : after);
        Owners.controller(job)
                .filter(o -> o.getKind().equals(Kinds.CRON_JOB.kind()))
                .flatMap(o -> Owners.id(o, job.getMetadata().getNamespace()))
                .ifPresent(queue::add);
    }

    private void sync(ResourceId key) {
        stop(key);
        cronJobs.get(key).ifPresent(job -> {
            List<Job> mine = List.copyOf(jobs.of(Owners.key(job.getMetadata().getUid())));
            new CronJobSync(api, job, mine).run().ifPresent(wait -> wake(key, wait));
        });
    }

    private void stop(ResourceId key) {
        Alarm alarm = alarms.remove(key);
        if (alarm != null) {
            alarm.timer().cancel();
        }
    }

    private void wake(ResourceId key, Duration after) {
        Engine.Timer timer = engine.schedule(after, () -> queue.add(key));
        alarms.put(key, new Alarm(timer, engine.nowNanos() + after.toNanos()));
    }
}

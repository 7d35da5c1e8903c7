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
    private final Map<ResourceId, Engine.Timer> alarms = new HashMap<>();

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
        cronJobs = new Informer<>(api, Kinds.CRON_JOB, CronJob.class)
                .on((before, after) ->
                        queue.add(ResourceId.of(Objects.requireNonNull(after == null ? before : after))));
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new CronJobController(engine, server);
    }

    private void jobChanged(@Nullable Job before, @Nullable Job after) {
        Job job = Objects.requireNonNull(after == null ? before : after);
        Owners.controller(job)
                .filter(o -> o.getKind().equals(Kinds.CRON_JOB.kind()))
                .flatMap(o -> Owners.id(o, job.getMetadata().getNamespace()))
                .ifPresent(queue::add);
    }

    private void sync(ResourceId key) {
        Engine.Timer alarm = alarms.remove(key);
        if (alarm != null) {
            alarm.cancel();
        }
        cronJobs.get(key).ifPresent(job -> {
            List<Job> mine = List.copyOf(jobs.of(Owners.key(job.getMetadata().getUid())));
            new CronJobSync(api, job, mine).run().ifPresent(wait -> wake(key, wait));
        });
    }

    private void wake(ResourceId key, Duration after) {
        alarms.put(key, engine.schedule(after, () -> queue.add(key)));
    }
}

package drydock.sim.controller.ttl;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.WorkQueue;
import drydock.sim.controller.job.JobConditions;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Deletes Jobs `ttlSecondsAfterFinished` after they are over, with what belongs to them
/// (`ttlafterfinished_controller.go`).
public final class FinishedJobs {

    private static final String COMPONENT = "ttl-after-finished-controller";

    private final ApiServer api;
    private final Informer<Job> jobs;
    private final WorkQueue queue;

    private FinishedJobs(Engine engine, ApiServer server) {
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        jobs = new Informer<>(api, Kinds.JOB, Job.class).on(this::changed);
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new FinishedJobs(engine, server);
    }

    private void changed(@Nullable Job before, @Nullable Job after) {
        if (after != null && isDue(after)) {
            queue.add(ResourceId.of(after));
        }
    }

    private static boolean isDue(Job job) {
        return job.getSpec().getTtlSecondsAfterFinished() != null
                && JobConditions.isFinished(job)
                && !Owners.isDeleting(job);
    }

    private void sync(ResourceId key) {
        jobs.get(key).filter(FinishedJobs::isDue).ifPresent(job -> {
            Instant ends = Instant.parse(JobConditions.finish(job).orElseThrow().getLastTransitionTime())
                    .plusSeconds(job.getSpec().getTtlSecondsAfterFinished());
            if (ends.isAfter(api.now())) {
                queue.addAfter(key, Duration.between(api.now(), ends));
            } else {
                api.delete(key, new Deletion(OptionalLong.empty(), Deletion.Propagation.FOREGROUND));
            }
        });
    }
}

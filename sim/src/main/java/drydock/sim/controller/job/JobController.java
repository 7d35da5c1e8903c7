package drydock.sim.controller.job;

import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.WorkQueue;
import drydock.sim.controller.workload.OwnedPods;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings Jobs to their end (`pkg/controller/job/job_controller.go`).
///
/// What its Pods do is looked at once a second; what its user does, at once.
public final class JobController {

    private static final String COMPONENT = "job-controller";
    private static final Duration BATCH = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final Engine engine;
    private final ApiServer api;
    private final Informer<Job> jobs;
    private final Informer<Pod> cache;
    private final OwnedPods pods;
    private final JobMemory memory = new JobMemory();
    private final Map<ResourceId, Long> waking = new HashMap<>();
    private final WorkQueue queue;

    private JobController(Engine engine, ApiServer server, SharedInformers informers) {
        this.engine = engine;
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, this::look, FIRST_RETRY, LONGEST_RETRY);
        jobs = new Informer<>(api, Kinds.JOB, Job.class).on(this::jobChanged);
        cache = informers.pods().on(this::podChanged);
        pods = new OwnedPods(api, cache);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new JobController(engine, server, informers);
    }

    private void jobChanged(@Nullable Job before, @Nullable Job after) {
        if (after == null) {
            Job gone = Objects.requireNonNull(before);
            memory.forget(ResourceId.of(gone), gone.getMetadata().getUid());
            List.copyOf(cache.of(Owners.key(gone.getMetadata().getUid()))).forEach(this::orphaned);
        } else if (before == null
                || !Objects.equals(
                        before.getMetadata().getGeneration(),
                        after.getMetadata().getGeneration())) {
            queue.add(ResourceId.of(after));
        } else {
            later(ResourceId.of(after), BATCH);
        }
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        Pod pod = Objects.requireNonNull(after == null ? before : after);
        Optional<OwnerReference> owner =
                Owners.controller(pod).filter(o -> o.getKind().equals(Kinds.JOB.kind()));
        Optional<ResourceId> id =
                owner.flatMap(o -> Owners.id(o, pod.getMetadata().getNamespace()));
        if (owner.isEmpty() || id.isEmpty()) {
            if (after != null
                    && JobPods.isTracked(after)
                    && Owners.controller(after).isEmpty()) {
                orphaned(after);
            }
            return;
        }
        ResourceId job = id.get();
        if (after == null || Owners.isDeleting(after)) {
            memory.expectations().deletionSeen(job, ResourceId.of(pod));
        } else if (before == null) {
            memory.expectations().creationsSeen(job, 1);
        }
        if (after == null || !JobPods.isTracked(after)) {
            memory.releaseSeen(owner.get().getUid(), pod.getMetadata().getUid());
        }
        if (after != null && jobs.get(job).filter(j -> isOwner(j, owner.get())).isEmpty()) {
            orphaned(after);
        }
        later(job, BATCH);
    }

    private static boolean isOwner(Job job, OwnerReference owner) {
        return job.getMetadata().getUid().equals(owner.getUid());
    }

    /// A Pod that no Job counts any more lets its finalizer go.
    private void orphaned(Pod pod) {
        if (JobPods.isTracked(pod)) {
            engine.schedule(
                    queue.request(),
                    () -> api.get(ResourceId.of(pod))
                            .filter(is -> is.getMetadata()
                                    .getUid()
                                    .equals(pod.getMetadata().getUid()))
                            .filter(is -> Owners.controller(is)
                                    .flatMap(o -> Owners.id(o, is.getMetadata().getNamespace())
                                            .flatMap(api::get)
                                            .filter(job ->
                                                    job.getMetadata().getUid().equals(o.getUid())))
                                    .isEmpty())
                            .ifPresent(is -> JobPodControl.release(api, is)));
        }
    }

    /// Has the Job looked at after `delay`, unless that is to happen sooner anyway.
    private void later(ResourceId job, Duration delay) {
        long at = engine.nowNanos() + delay.toNanos();
        Long known = waking.get(job);
        if (known != null && known <= at) {
            return;
        }
        waking.put(job, at);
        long cause = api.cause();
        engine.schedule(delay, () -> {
            if (waking.remove(job, at)) {
                api.reacting(cause, () -> queue.add(job));
            }
        });
    }

    private void look(ResourceId key, Runnable done) {
        sync(key);
        done.run();
    }

    private void sync(ResourceId key) {
        Optional<Job> found = jobs.get(key);
        if (found.isEmpty()) {
            return;
        }
        Job job = found.get();
        if (JobConditions.isFinished(job)) {
            memory.forget(key, job.getMetadata().getUid());
            JobSync.releaseAll(
                    api, List.copyOf(cache.of(Owners.key(job.getMetadata().getUid()))));
            return;
        }
        List<Pod> mine = pods.claim(job, LabelSelector.of(job.getSpec().getSelector()), _ -> true);
        JobSync sync = new JobSync(api, memory, job, mine, memory.expectations().satisfied(key, engine.now()));
        try {
            sync.run();
        } finally {
            if (!sync.waitAfterwards().isZero()) {
                later(key, sync.waitAfterwards().compareTo(BATCH) < 0 ? BATCH : sync.waitAfterwards());
            }
        }
    }
}

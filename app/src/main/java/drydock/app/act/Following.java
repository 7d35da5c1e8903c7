package drydock.app.act;

import drydock.app.activity.Activities;
import drydock.app.activity.Activity;
import drydock.app.observe.Observed;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodTemplates;
import drydock.sim.kubectl.rollout.RolloutStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Follows in what is known of a cluster how what was done to an object goes on.
///
/// @param rollBack offered while a rollout goes on and where it has failed
record Following(Activities activities, Consumer<Target> rollBack) {

    private static final Messages MESSAGES = Messages.of(Following.class);

    /// How many Pods of a workload there are to be, are new, and can be used.
    private record Count(int wanted, int updated, int available) {

        static Optional<Count> of(HasMetadata object) {
            return switch (object) {
                case Deployment d
                when d.getStatus() != null ->
                    Optional.of(new Count(
                            orZero(d.getSpec().getReplicas()),
                            orZero(d.getStatus().getUpdatedReplicas()),
                            orZero(d.getStatus().getAvailableReplicas())));
                case StatefulSet s
                when s.getStatus() != null ->
                    Optional.of(new Count(
                            orZero(s.getSpec().getReplicas()),
                            orZero(s.getStatus().getUpdatedReplicas()),
                            orZero(s.getStatus().getReadyReplicas())));
                case DaemonSet s
                when s.getStatus() != null ->
                    Optional.of(new Count(
                            orZero(s.getStatus().getDesiredNumberScheduled()),
                            orZero(s.getStatus().getUpdatedNumberScheduled()),
                            orZero(s.getStatus().getNumberAvailable())));
                default -> Optional.empty();
            };
        }

        double done() {
            return wanted == 0 ? 1 : Math.clamp((double) Math.min(updated, available) / wanted, 0, 1);
        }
    }

    /// Shows a rollout until it is over. Stopping it only ends the watching; the way back is another rollout.
    ///
    /// @param after the workload as the server answered
    void rollout(Target target, HasMetadata after) {
        rollout(target, after, orZero(after.getMetadata().getGeneration()));
    }

    private void rollout(Target target, HasMetadata workload, long generation) {
        if (PodTemplates.of(workload).isEmpty() || RolloutStatus.of(workload, 0).isEmpty()) {
            return;
        }
        Activity activity = new Activity(target.session(), MESSAGES.get("act.rollout", target.name()));
        activity.remedyProperty()
                .set(Optional.of(new Activity.Remedy(MESSAGES.get("act.rollBack"), () -> rollBack.accept(target))));
        begin(target, activity, found -> {
            if (found.isEmpty()) {
                activity.end(Activity.State.FAILED, MESSAGES.get("act.gone", target.name()));
            } else if (orZero(found.get().getMetadata().getGeneration()) >= generation) {
                tell(activity, found.get(), isStale(target));
            }
        });
        activities.add(activity);
    }

    /// Shows the rollout of a workload that was edited, if it is one.
    ///
    /// @param known the workload as it was known before
    /// @param after as the server answered, of whichever type
    void edited(Target target, HasMetadata known, HasMetadata after) {
        if (RolloutStatus.of(known, 0).isPresent()) {
            rollout(target, known, orZero(after.getMetadata().getGeneration()));
        }
    }

    /// Whether what is known of the object is not known to be so still.
    private static boolean isStale(Target target) {
        return target.session().observed().outdated().contains(target.id());
    }

    private static void tell(Activity activity, HasMetadata workload, boolean isStale) {
        RolloutStatus status = RolloutStatus.of(workload, 0).orElseThrow();
        Count count = Count.of(workload).orElse(new Count(0, 0, 0));
        String words = MESSAGES.get("act.rollout.count", count.updated(), count.wanted(), count.available());
        switch (status) {
            case RolloutStatus.Failed(var problem) -> activity.end(Activity.State.FAILED, problem);
            case RolloutStatus.Told(var _, var done) -> {
                if (done) {
                    activity.end(Activity.State.DONE, words);
                } else {
                    activity.tell(isStale ? MESSAGES.get("act.stale", words) : words, count.done());
                }
            }
        }
    }

    /// Shows an object on its way out until it is gone.
    void deletion(Target target) {
        Activity activity = new Activity(target.session(), MESSAGES.get("act.deletion", target.name()));
        begin(target, activity, found -> {
            Optional<HasMetadata> there = found.filter(now -> isSame(now, target));
            if (there.isEmpty()) {
                activity.end(Activity.State.DONE, MESSAGES.get("act.deletion.gone"));
                return;
            }
            List<String> finalizers =
                    Objects.requireNonNullElse(there.get().getMetadata().getFinalizers(), List.of());
            String words = finalizers.isEmpty()
                    ? MESSAGES.get("act.deletion.waits")
                    : MESSAGES.get("act.deletion.finalizers", String.join(", ", finalizers));
            activity.tell(isStale(target) ? MESSAGES.get("act.stale", words) : words, -1);
        });
        activities.add(activity);
    }

    /// Shows several objects of one session on their way out until all are gone.
    void deletion(List<Target> targets) {
        Target first = targets.getFirst();
        Activity activity = new Activity(first.session(), MESSAGES.get("act.deletion.many", targets.size()));
        begin(first, activity, _ -> {
            long gone = targets.stream()
                    .filter(target -> first.session()
                            .observed()
                            .find(target.id())
                            .filter(now -> isSame(now, target))
                            .isEmpty())
                    .count();
            String words = MESSAGES.get("act.deletion.left", gone, targets.size());
            if (gone == targets.size()) {
                activity.end(Activity.State.DONE, words);
            } else {
                activity.tell(words, (double) gone / targets.size());
            }
        });
        activities.add(activity);
    }

    /// Whether an object is still the one that was meant, and not another of the same name.
    private static boolean isSame(HasMetadata now, Target target) {
        return Objects.equals(
                now.getMetadata().getUid(), target.object().getMetadata().getUid());
    }

    /// Looks at the object now and whenever something has changed, until the activity is over.
    private static void begin(Target target, Activity activity, Consumer<Optional<HasMetadata>> look) {
        Observed observed = target.session().observed();
        ResourceId id = target.id();
        Subscription following = observed.versionProperty().subscribe(() -> look.accept(observed.find(id)));
        activity.stateProperty().subscribe(state -> {
            if (state != Activity.State.RUNNING) {
                following.unsubscribe();
            }
        });
        activity.setOnStop(() -> activity.end(Activity.State.STOPPED, MESSAGES.get("act.unwatched")));
        look.accept(observed.find(id));
    }

    private static long orZero(@Nullable Long number) {
        return Objects.requireNonNullElse(number, 0L);
    }

    private static int orZero(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0);
    }
}

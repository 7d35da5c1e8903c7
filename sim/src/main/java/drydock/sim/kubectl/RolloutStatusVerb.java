package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.rollout.RolloutStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// `rollout status`: says how far a rollout is until it is over (`kubectl/pkg/cmd/rollout/rollout_status.go`).
final class RolloutStatusVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.SELECTOR,
                Flag.whole("--revision", 0),
                new Flag("--timeout", '\0', Flag.Kind.TEXT, null, "0s"),
                new Flag("--watch", 'w', Flag.Kind.SWITCH, "true", "true"));
    }

    @Override
    public List<String> usage() {
        return List.of("rollout status (TYPE NAME | TYPE/NAME)");
    }

    @Override
    public void run(Invocation command) {
        Deque<ResourceId> left = new ArrayDeque<>();
        for (HasMetadata object : Targets.of(command)) {
            if (RolloutStatus.of(object, 0).isEmpty()) {
                String group = ResourceId.of(object).group();
                throw new CommandFailure("error: no status viewer has been implemented for " + object.getKind()
                        + (group.isEmpty() ? "" : "." + group));
            }
            left.add(ResourceId.of(object));
        }
        next(command, left);
    }

    private static void next(Invocation command, Deque<ResourceId> left) {
        ResourceId id = left.poll();
        if (id == null) {
            command.done().accept(0);
            return;
        }
        CommandArguments arguments = command.arguments();
        long revision = arguments.flag("--revision").map(Long::parseLong).orElse(0L);
        boolean watches = arguments.isOn("--watch", true);
        Following following = new Following();
        Duration timeout = Durations.parse(arguments.flag("--timeout").orElse("0s"), "--timeout");
        if (!timeout.isZero()) {
            command.timer().after(timeout, () -> {
                if (following.end()) {
                    command.fail("error: timed out waiting for the condition");
                }
            });
        }
        following.begin(command, id, object -> {
            if (object.isEmpty()) {
                following.end();
                command.fail("error: object has been deleted");
                return true;
            }
            return told(command, following, left, status(object.get(), revision), watches);
        });
    }

    private static RolloutStatus status(HasMetadata object, long revision) {
        Optional<RolloutStatus> status = RolloutStatus.of(object, revision);
        return status.orElseThrow();
    }

    private static boolean told(
            Invocation command, Following following, Deque<ResourceId> left, RolloutStatus status, boolean watches) {
        return switch (status) {
            case RolloutStatus.Failed(var problem) -> {
                following.end();
                command.fail("error: " + problem);
                yield true;
            }
            case RolloutStatus.Told(var line, var done) -> {
                command.print(line);
                if (done || !watches) {
                    following.end();
                    next(command, left);
                    yield true;
                }
                yield false;
            }
        };
    }
}

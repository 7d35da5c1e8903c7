package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import java.util.List;

/// Waits until objects are gone.
final class Gone {

    private Gone() {}

    /// Runs `then` once none of `objects` is there any more; what the cluster refuses then ends the command.
    static void await(Invocation command, List<ResourceId> objects, Runnable then) {
        List<ResourceId> left = objects.stream()
                .filter(id -> command.cluster().get(id).isPresent())
                .toList();
        if (left.isEmpty()) {
            try {
                then.run();
            } catch (ClusterException refused) {
                command.fail(Refused.words(refused));
            } catch (CommandFailure failure) {
                command.fail(String.valueOf(failure.getMessage()));
            }
            return;
        }
        Following following = new Following();
        following.begin(command, left.getFirst(), object -> {
            if (object.isPresent()) {
                return false;
            }
            following.end();
            await(command, left.subList(1, left.size()), then);
            return true;
        });
    }
}

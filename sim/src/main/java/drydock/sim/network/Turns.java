package drydock.sim.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whose turn it is where several take turns: the addresses of a name, the nodes behind a balancer.
final class Turns {

    private final Map<String, Integer> asked = new HashMap<>();

    /// The one of `all` whose turn it is.
    ///
    /// @param name of what they are
    /// @param all not empty
    <T> T next(String name, List<T> all) {
        return all.get(Math.floorMod(asked.merge(name, 1, Integer::sum) - 1, all.size()));
    }
}

package drydock.sim.controller;

import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import java.util.List;

/// How many addresses one Endpoints object has room for (`pkg/controller/endpoint/endpoints_controller.go`,
/// truncateEndpoints): 1,000, those that are ready first, each subset its share.
final class EndpointCapacity {

    /// What an object says whose addresses are not all.
    static final String ANNOTATION = "endpoints.kubernetes.io/over-capacity";

    private static final int MOST = 1_000;

    private EndpointCapacity() {}

    /// Leaves of `subsets` what there is room for; returns whether that is not all.
    static boolean truncate(List<EndpointSubset> subsets) {
        int ready = subsets.stream().mapToInt(s -> s.getAddresses().size()).sum();
        int notReady =
                subsets.stream().mapToInt(s -> s.getNotReadyAddresses().size()).sum();
        if (ready + notReady <= MOST) {
            return false;
        }
        boolean ofReady = ready > MOST;
        int room = ofReady ? MOST : MOST - ready;
        int total = ofReady ? ready : notReady;
        int left = room;
        for (EndpointSubset subset : subsets) {
            List<EndpointAddress> all = ofReady ? subset.getAddresses() : subset.getNotReadyAddresses();
            int share = (int) Math.ceil((double) all.size() / total * room);
            List<EndpointAddress> kept = List.copyOf(all.subList(0, Math.min(all.size(), Math.min(share, left))));
            left -= kept.size();
            subset.setNotReadyAddresses(ofReady ? List.of() : kept);
            if (ofReady) {
                subset.setAddresses(kept);
            }
        }
        return true;
    }
}

package drydock.sim.scheduler;

import java.util.List;

/// The default profile: its filters and scores in their order (`pkg/scheduler/apis/config/v1/default_plugins.go`).
///
/// @param filters the first that leaves a node out decides
/// @param scores all together, by their weights
record Profile(List<Filter> filters, List<Score> scores) {

    static final Profile DEFAULT = new Profile(
            List.of(
                    NodeFilters.unschedulable(),
                    NodeFilters.nodeName(),
                    NodeFilters.taints(),
                    NodeFilters.affinity(),
                    NodeFilters.ports(),
                    new ResourceFilter(),
                    new VolumeRestrictions(),
                    new NodeVolumeLimits(),
                    new VolumeBinding(),
                    new VolumeZone(),
                    new SpreadFilter(),
                    new PodAffinityFilter()),
            List.of(
                    NodeScores.taints(),
                    NodeScores.affinity(),
                    NodeScores.leastAllocated(),
                    new SpreadScore(),
                    new PodAffinityScore(),
                    NodeScores.balanced(),
                    NodeScores.images()));
}

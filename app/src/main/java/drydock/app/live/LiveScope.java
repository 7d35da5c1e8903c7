package drydock.app.live;

import drydock.app.live.api.Reach;
import drydock.app.live.api.ServedKind;
import drydock.app.session.WatchedKinds;
import drydock.model.resource.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which kinds of a live cluster are watched, and where the user may read them.
///
/// @param namespace the namespace that was wanted, empty for all
/// @param reach where each kind may be read, the most looked at first
public record LiveScope(String namespace, Map<ResourceKind, Reach> reach) {

    public LiveScope {
        reach = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reach));
    }

    /// Finds out what the user may read. Blocks.
    ///
    /// @param namespace the namespace that is wanted, empty for all
    /// @param own the user's own namespace, taken where all are wanted and not allowed; empty for none
    public static LiveScope of(LiveCluster cluster, String namespace, String own) {
        List<ResourceKind> custom = cluster.served().stream()
                .filter(ServedKind::custom)
                .map(ServedKind::kind)
                .toList();
        List<ResourceKind> wanted = WatchedKinds.live(cluster.kinds(), custom);
        return new LiveScope(namespace, cluster.rights().reach(wanted, namespace, own));
    }

    /// The one namespace that could be had where all were wanted; empty if all could.
    public Optional<String> narrowed() {
        return reach.values().stream()
                .filter(Reach.Only.class::isInstance)
                .map(Reach.Only.class::cast)
                .map(Reach.Only::namespace)
                .findFirst();
    }

    /// The kinds that may be read only there.
    List<ResourceKind> narrowedKinds() {
        return reach.entrySet().stream()
                .filter(each -> each.getValue() instanceof Reach.Only)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}

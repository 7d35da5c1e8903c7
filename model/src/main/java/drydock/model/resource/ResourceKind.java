package drydock.model.resource;

import java.util.List;
import java.util.Locale;

/// A kind that a cluster serves: its group, version and names.
///
/// @param group the API group, empty for the core group
/// @param version the version, as `v1`
/// @param kind the name of one object, as `ReplicationController`
/// @param plural the name in paths and commands, as `replicationcontrollers`
/// @param namespaced whether its objects live in a namespace
/// @param shortNames what else the commands call it, as `rc`
public record ResourceKind(
        String group, String version, String kind, String plural, boolean namespaced, List<String> shortNames) {

    public ResourceKind {
        if (version.isEmpty() || kind.isEmpty() || plural.isEmpty()) {
            throw new IllegalArgumentException("a kind has a version, a kind and a plural: " + group + "/" + version);
        }
        shortNames = List.copyOf(shortNames);
    }

    /// What stands in `apiVersion`: `v1`, or `apps/v1`.
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// The name of one object in commands, as `replicationcontroller`.
    public String singular() {
        return kind.toLowerCase(Locale.ROOT);
    }
}

package drydock.model.validation;

import java.util.Set;

/// How a project wants to be checked.
///
/// @param version the version of Kubernetes that the manifests are meant for
/// @param off the names of the rules that are switched off for the whole project
/// @param ignoreUnknownKinds whether kinds that nobody defines are passed over
public record CheckOptions(KubernetesVersion version, Set<String> off, boolean ignoreUnknownKinds) {

    /// Everything is checked, by the newest rules.
    public static final CheckOptions STANDARD = new CheckOptions(KubernetesVersion.NEWEST, Set.of(), false);

    public CheckOptions {
        off = Set.copyOf(off);
    }
}

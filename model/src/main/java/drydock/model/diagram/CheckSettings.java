package drydock.model.diagram;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// How a project wants to be checked; what names there are is not known here.
///
/// @param off the names of the rules that are switched off for the whole project
/// @param kubernetesVersion the version of Kubernetes that the manifests are meant for, as `1.30`; the newest if empty
public record CheckSettings(SortedSet<String> off, Optional<String> kubernetesVersion) {

    /// Every rule, the newest version.
    public static final CheckSettings USUAL = new CheckSettings(new TreeSet<>(), Optional.empty());

    public CheckSettings {
        off = Collections.unmodifiableSortedSet(new TreeSet<>(off));
    }

    public CheckSettings withOff(Collection<String> rules) {
        return new CheckSettings(new TreeSet<>(rules), kubernetesVersion);
    }

    public CheckSettings withKubernetesVersion(Optional<String> version) {
        return new CheckSettings(off, version);
    }
}

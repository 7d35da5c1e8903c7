package drydock.model.validation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A minor version of Kubernetes that manifests are meant for, as 1.36.
///
/// @param minor the number behind the `1.`
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {

    /// The oldest whose rules are known.
    public static final KubernetesVersion OLDEST = new KubernetesVersion(30);

    /// The newest whose rules are known, and the one that is meant where nobody says another.
    public static final KubernetesVersion NEWEST = new KubernetesVersion(36);

    private static final Pattern FORM = Pattern.compile("v?1\\.(\\d{1,3})(\\..*)?");

    /// The version that `text` names, as `1.32` or `v1.32.4`; empty if it names none, or one whose rules are
    /// not known.
    public static Optional<KubernetesVersion> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new KubernetesVersion(Integer.parseInt(form.group(1))))
                        .filter(v -> v.compareTo(OLDEST) >= 0 && v.compareTo(NEWEST) <= 0)
                : Optional.empty();
    }

    /// Whether it is 1.`minor` or newer.
    public boolean atLeast(int minor) {
        return this.minor >= minor;
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return "1." + minor;
    }
}

package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The notes that the controller keeps on Deployments and ReplicaSets: revisions, and the sizes that were wanted.
final class Annotations {

    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    private static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    private static final String MOST = "deployment.kubernetes.io/max-replicas";
    private static final int LONGEST_HISTORY = 2_000;

    /// What a ReplicaSet does not take over from its Deployment.
    private static final Set<String> OWN = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            REVISION,
            REVISION_HISTORY,
            DESIRED,
            MOST,
            "deprecated.deployment.rollback.to");

    private static final int MOST_DIGITS = 18;

    private Annotations() {}

    /// A copy that may be changed.
    static Map<String, String> of(HasMetadata object) {
        return new LinkedHashMap<>(in(object));
    }

    private static Map<String, String> in(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }

    static long revision(HasMetadata object) {
        return number(in(object).get(REVISION)).orElse(0L);
    }

    static long lastRevision(Collection<ReplicaSet> sets) {
        return sets.stream().mapToLong(Annotations::revision).max().orElse(0);
    }

    /// The size that the Deployment wanted when `set` was scaled last.
    static Optional<Integer> desired(ReplicaSet set) {
        return number(in(set).get(DESIRED)).map(Long::intValue);
    }

    /// The most Pods that the Deployment might have when `set` was scaled last.
    static Optional<Integer> most(ReplicaSet set) {
        return number(in(set).get(MOST)).map(Long::intValue);
    }

    /// Notes the size that is wanted now.
    static void putSizes(Map<String, String> annotations, Wish wish) {
        annotations.put(DESIRED, Integer.toString(wish.replicas()));
        annotations.put(MOST, Integer.toString(wish.replicas() + wish.maxSurge()));
    }

    /// What a ReplicaSet that has the Deployment's template takes over, and its revision: a ReplicaSet that is gone
    /// back to gets a new one, and remembers those it had.
    static void putRevision(Map<String, String> annotations, Wish wish, long revision) {
        in(wish.deployment()).forEach((key, value) -> {
            if (!OWN.contains(key)) {
                annotations.put(key, value);
            }
        });
        String before = annotations.get(REVISION);
        if (number(before).orElse(0L) >= revision) {
            return;
        }
        annotations.put(REVISION, Long.toString(revision));
        if (before != null) {
            String earlier = annotations.getOrDefault(REVISION_HISTORY, "");
            String history = earlier.isEmpty() ? before : earlier + "," + before;
            while (history.length() > LONGEST_HISTORY) {
                history = history.substring(history.indexOf(',') + 1);
            }
            annotations.put(REVISION_HISTORY, history);
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Long> number(@org.jspecify.annotations.Nullable String text) {
        return text != null && isNumber(text) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}

package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What taints ask of Pods (`component-helpers/scheduling/corev1`).
final class Taints {

    private Taints() {}

    /// Whether `taint` keeps a Pod with these tolerations off a node.
    static boolean keepsOff(Taint taint, List<Toleration> tolerations) {
        return ("NoSchedule".equals(taint.getEffect()) || "NoExecute".equals(taint.getEffect()))
                && !tolerates(taint, tolerations);
    }

    static boolean tolerates(Taint taint, List<Toleration> tolerations) {
        return tolerations.stream().anyMatch(t -> tolerates(taint, t));
    }

    private static boolean tolerates(Taint taint, Toleration t) {
        return (isEmpty(t.getEffect()) || t.getEffect().equals(taint.getEffect()))
                && (isEmpty(t.getKey()) || t.getKey().equals(taint.getKey()))
                && ("Exists".equals(t.getOperator())
                        || Objects.requireNonNullElse(t.getValue(), "")
                                .equals(Objects.requireNonNullElse(taint.getValue(), "")));
    }

    /// How many of `taints` ask a Pod with these tolerations to stay away if it can.
    static long shunning(List<Taint> taints, List<Toleration> tolerations) {
        return taints.stream()
                .filter(t -> "PreferNoSchedule".equals(t.getEffect()))
                .filter(t -> !tolerates(t, tolerations))
                .count();
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}

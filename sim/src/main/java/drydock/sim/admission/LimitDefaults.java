package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.TreeMap;

/// What a LimitRange does not say of containers: the default limit is the maximum, the default request is the default
/// limit, or the minimum (`pkg/apis/core/v1/defaults.go SetDefaults_LimitRangeItem`).
final class LimitDefaults {

    private LimitDefaults() {}

    static void fill(LimitRange range) {
        if (range.getSpec() != null) {
            range.getSpec().getLimits().stream()
                    .filter(item -> "Container".equals(item.getType()))
                    .forEach(LimitDefaults::fill);
        }
    }

    private static void fill(LimitRangeItem item) {
        Map<String, Quantity> limits = new TreeMap<>(LimitRanger.orEmpty(item.getMax()));
        limits.putAll(LimitRanger.orEmpty(item.getDefault()));
        Map<String, Quantity> requests = new TreeMap<>(LimitRanger.orEmpty(item.getMin()));
        requests.putAll(limits);
        requests.putAll(LimitRanger.orEmpty(item.getDefaultRequest()));
        item.setDefault(limits);
        item.setDefaultRequest(requests);
    }
}

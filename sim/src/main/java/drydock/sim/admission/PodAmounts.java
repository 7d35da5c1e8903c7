package drydock.sim.admission;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What a Pod asks for as a whole: the sum of its containers and sidecars, or the most that an init container asks for
/// beside the sidecars before it, with its overhead (`component-helpers/resource/helpers.go PodRequests`).
final class PodAmounts {

    private PodAmounts() {}

    static Map<String, Quantity> of(Pod pod, Function<Container, Map<String, Quantity>> amounts) {
        Map<String, Quantity> sum = new TreeMap<>();
        pod.getSpec().getContainers().forEach(c -> add(sum, amounts.apply(c)));
        Map<String, Quantity> sidecars = new TreeMap<>();
        Map<String, Quantity> most = new TreeMap<>();
        for (Container init : pod.getSpec().getInitContainers()) {
            if ("Always".equals(init.getRestartPolicy())) {
                add(sum, amounts.apply(init));
                add(sidecars, amounts.apply(init));
                raise(most, sidecars);
            } else {
                Map<String, Quantity> beside = new TreeMap<>(sidecars);
                add(beside, amounts.apply(init));
                raise(most, beside);
            }
        }
        raise(sum, most);
        if (pod.getSpec().getOverhead() != null) {
            add(sum, pod.getSpec().getOverhead());
        }
        return sum;
    }

    static void add(Map<String, Quantity> sum, Map<String, Quantity> amounts) {
        amounts.forEach((name, amount) -> sum.merge(name, amount, Quantities::sum));
    }

    private static void raise(Map<String, Quantity> most, Map<String, Quantity> amounts) {
        amounts.forEach((name, amount) ->
                most.merge(name, amount, (one, other) -> Quantities.compare(one, other) < 0 ? other : one));
    }
}

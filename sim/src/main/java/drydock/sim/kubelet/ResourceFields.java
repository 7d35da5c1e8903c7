package drydock.sim.kubelet;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Stream;

/// What `resourceFieldRef` names of a container's requests and limits, in units of the divisor, rounded up
/// (`pkg/api/v1/resource/helpers.go`, ExtractContainerResourceValue).
final class ResourceFields {

    private ResourceFields() {}

    static String value(ResourceFieldSelector field, Pod pod, Container container) {
        Container of = field.getContainerName() == null
                        || field.getContainerName().isEmpty()
                ? container
                : Stream.concat(pod.getSpec().getContainers().stream(), pod.getSpec().getInitContainers().stream())
                        .filter(c -> c.getName().equals(field.getContainerName()))
                        .findFirst()
                        .orElse(container);
        int dot = field.getResource().indexOf('.');
        String name = field.getResource().substring(dot + 1);
        Map<String, Quantity> amounts = of.getResources() == null
                ? Map.of()
                : field.getResource().startsWith("limits")
                        ? of.getResources().getLimits()
                        : of.getResources().getRequests();
        BigDecimal amount = Quantities.exact(amounts == null ? null : amounts.get(name));
        BigDecimal divisor = Quantities.exact(field.getDivisor());
        BigDecimal unit = divisor.signum() == 0 ? BigDecimal.ONE : divisor;
        return amount.divide(unit, 0, RoundingMode.UP).toPlainString();
    }
}

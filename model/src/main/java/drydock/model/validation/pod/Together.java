package drydock.model.validation.pod;

import drydock.model.resource.Quantities;
import drydock.model.validation.Amounts;
import drydock.model.validation.Amounts.Amount;
import drydock.model.validation.Visit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// What the containers of a Pod ask for together (`component-helpers/resource/helpers.go
/// AggregateContainerRequests`, `AggregateContainerLimits`).
final class Together {

    private Together() {}

    /// Sidecars run beside the others; each init container runs beside the sidecars before it, alone with them.
    ///
    /// @param list `requests` or `limits`
    static Map<String, BigDecimal> of(Visit pod, String list) {
        Map<String, BigDecimal> running = new HashMap<>();
        pod.each("containers").forEach(c -> add(running, amounts(c, list)));
        Map<String, BigDecimal> sidecars = new HashMap<>();
        Map<String, BigDecimal> starting = new HashMap<>();
        for (Visit container : pod.each("initContainers")) {
            Map<String, BigDecimal> own = amounts(container, list);
            if (Pods.isSidecar(container)) {
                add(running, own);
                add(sidecars, own);
            } else {
                Map<String, BigDecimal> beside = new HashMap<>(sidecars);
                add(beside, own);
                beside.forEach((name, amount) -> starting.merge(name, amount, BigDecimal::max));
            }
        }
        starting.forEach((name, amount) -> running.merge(name, amount, BigDecimal::max));
        return running;
    }

    private static void add(Map<String, BigDecimal> sum, Map<String, BigDecimal> amounts) {
        amounts.forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add));
    }

    /// In a Pod a limit stands for the request that is not there (`pkg/apis/core/v1/defaults.go SetDefaults_Pod`).
    private static Map<String, BigDecimal> amounts(Visit container, String list) {
        Map<String, Amount> written = Amounts.of(container.in("resources"), list);
        if (list.equals("requests") && Pods.isPod(container)) {
            Amounts.of(container.in("resources"), "limits").forEach(written::putIfAbsent);
        }
        Map<String, BigDecimal> amounts = new HashMap<>();
        written.forEach((name, amount) -> amounts.put(name, amount.exact()));
        return amounts;
    }

    /// An amount as the API server writes it.
    static String text(BigDecimal amount) {
        return Quantities.parse(amount.stripTrailingZeros().toPlainString())
                .map(Quantities::canonical)
                .orElse(amount.toPlainString());
    }
}

package drydock.model.validation.pod;

import drydock.model.resource.Quantities;
import drydock.model.validation.Visit;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// The amounts in a list of resources. What is no amount is left out; that is told elsewhere.
final class Amounts {

    private Amounts() {}

    /// An amount.
    ///
    /// @param exact how much it is
    /// @param text as the API server writes it
    record Amount(BigDecimal exact, String text) {

        boolean isWhole() {
            return exact.stripTrailingZeros().scale() <= 0;
        }
    }

    static Map<String, Amount> of(Visit visit, String list) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        if (visit.value(list) instanceof Map<?, ?> map) {
            map.forEach((name, amount) -> Quantities.parse(String.valueOf(amount))
                    .ifPresent(quantity -> amounts.put(String.valueOf(name), amount(quantity))));
        }
        return amounts;
    }

    private static Amount amount(Quantity quantity) {
        return new Amount(Quantities.exact(quantity), Quantities.canonical(quantity));
    }
}

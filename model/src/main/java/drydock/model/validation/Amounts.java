package drydock.model.validation;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// The amounts in a list of resources. What is no amount is left out; that is told elsewhere.
public final class Amounts {

    private Amounts() {}

    /// An amount.
    ///
    /// @param exact how much it is
    /// @param text as the API server writes it
    public record Amount(BigDecimal exact, String text) {

        public boolean isWhole() {
            return exact.stripTrailingZeros().scale() <= 0;
        }
    }

    /// The amounts at `list` by what they are of.
    public static Map<String, Amount> of(Visit visit, String list) {
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

package drydock.model.cel;

import static drydock.model.cel.Types.BOOL;
import static drydock.model.cel.Types.INT;
import static drydock.model.cel.Types.QUANTITY;
import static drydock.model.cel.Types.TEXT;
import static drydock.model.cel.Types.WHOLE;

import dev.cel.common.types.SimpleType;
import drydock.model.resource.Quantities;
import java.math.BigDecimal;
import java.util.Comparator;

/// Amounts of resources (`apiserver/pkg/cel/library/quantity.go`).
final class QuantityFunctions {

    private QuantityFunctions() {}

    static void add(FunctionSet functions) {
        functions.global("quantity", QUANTITY.cel(), TEXT, QuantityFunctions::quantity);
        functions.global(
                "isQuantity", BOOL, TEXT, text -> Quantities.parse(text).isPresent());
        functions.member("sign", INT, QUANTITY, amount -> (long) amount.value().signum());
        functions.member("isInteger", BOOL, QUANTITY, Amount::isWhole);
        functions.member("asInteger", INT, QUANTITY, QuantityFunctions::whole);
        functions.member(
                "asApproximateFloat",
                SimpleType.DOUBLE,
                QUANTITY,
                amount -> amount.value().doubleValue());
        functions.member("add", QUANTITY.cel(), QUANTITY, QUANTITY, (a, b) -> a.plus(b.value()));
        functions.member("add", QUANTITY.cel(), QUANTITY, WHOLE, (a, b) -> a.plus(BigDecimal.valueOf(b)));
        functions.member("sub", QUANTITY.cel(), QUANTITY, QUANTITY, (a, b) -> a.minus(b.value()));
        functions.member("sub", QUANTITY.cel(), QUANTITY, WHOLE, (a, b) -> a.minus(BigDecimal.valueOf(b)));
        functions.comparisons(QUANTITY, BOOL, INT, Comparator.naturalOrder());
    }

    private static Amount quantity(String text) {
        return Quantities.parse(text)
                .map(amount -> new Amount(Quantities.exact(amount)))
                .orElseThrow(() -> new IllegalArgumentException(
                        Quantities.problem(text).orElse("unable to parse quantity's suffix")));
    }

    private static long whole(Amount amount) {
        if (!amount.isWhole()) {
            throw new IllegalArgumentException("cannot convert value to integer");
        }
        return amount.value().longValueExact();
    }
}

package drydock.render.export;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as the texts of picture files want them.
public final class Decimal {

    private static final int DECIMALS = 3;

    private Decimal() {}

    /// A number without an exponent, to a thousandth.
    public static String of(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}

package drydock.model.resource;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Exact arithmetic with amounts of resources, and the way Kubernetes writes them
/// (`apimachinery/pkg/api/resource/quantity.go`).
///
/// An amount that is not there (null) is 0. Text that is no amount is 0 too, except for [#parse];
/// [#problem] tells.
public final class Quantities {

    private static final Pattern IS_QUANTITY = Pattern.compile("([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)");

    private Quantities() {}

    /// The amount of `quantity`, exactly.
    public static BigDecimal exact(@Nullable Quantity quantity) {
        return quantity == null
                ? BigDecimal.ZERO
                : QuantityText.parse(text(quantity)).map(QuantityText::amount).orElse(BigDecimal.ZERO);
    }

    /// The amount in thousandths (of a CPU), rounded up, as `Quantity.MilliValue` gives it.
    public static long milli(@Nullable Quantity quantity) {
        return whole(exact(quantity).movePointRight(3));
    }

    /// The amount in whole units (bytes, Pods), rounded up, as `Quantity.Value` gives it.
    public static long value(@Nullable Quantity quantity) {
        return whole(exact(quantity));
    }

    private static long whole(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(0, RoundingMode.UP);
        return rounded.min(BigDecimal.valueOf(Long.MAX_VALUE))
                .max(BigDecimal.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }

    /// The amount that `text` says, in the canonical form of what it is written in; empty if it says none.
    public static Optional<Quantity> parse(String text) {
        return QuantityText.parse(text).map(t -> new Quantity(t.canonical()));
    }

    /// Why `text` is no amount, in the API server's words; empty if it is one.
    public static Optional<String> problem(String text) {
        if (QuantityText.parse(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                IS_QUANTITY.matcher(text).matches()
                        ? "unable to parse quantity's suffix"
                        : "quantities must match the regular expression "
                                + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }

    /// As the API server stores it and `kubectl` prints it: `1000m` is `1`, `0.5` is `500m`, `1024Mi` is
    /// `1Gi`; what is no amount stays as it is.
    public static String canonical(@Nullable Quantity quantity) {
        if (quantity == null) {
            return "0";
        }
        String text = text(quantity);
        return QuantityText.parse(text).map(QuantityText::canonical).orElse(text);
    }

    /// `milli` thousandths, as `250m` or `2`.
    public static Quantity ofMilli(long milli) {
        return of(BigDecimal.valueOf(milli, 3), QuantityText.Form.DECIMAL);
    }

    /// `value` whole units in powers of ten, as `110`.
    public static Quantity ofValue(long value) {
        return of(BigDecimal.valueOf(value), QuantityText.Form.DECIMAL);
    }

    /// `bytes` in powers of 1,024, as `512Mi`.
    public static Quantity ofBytes(long bytes) {
        return of(BigDecimal.valueOf(bytes), QuantityText.Form.BINARY);
    }

    /// The sum, written as the first of the two that is not 0 is written.
    public static Quantity sum(@Nullable Quantity one, @Nullable Quantity other) {
        BigDecimal left = exact(one);
        BigDecimal right = exact(other);
        return of(left.add(right), form(left.signum() == 0 && right.signum() != 0 ? other : one));
    }

    /// The difference, written as `one` is written.
    public static Quantity difference(@Nullable Quantity one, @Nullable Quantity other) {
        return of(exact(one).subtract(exact(other)), form(one));
    }

    /// How two amounts compare, whatever they are written in.
    public static int compare(@Nullable Quantity one, @Nullable Quantity other) {
        return exact(one).compareTo(exact(other));
    }

    private static QuantityText.Form form(@Nullable Quantity quantity) {
        return quantity == null
                ? QuantityText.Form.DECIMAL
                : QuantityText.parse(text(quantity)).map(QuantityText::form).orElse(QuantityText.Form.DECIMAL);
    }

    private static Quantity of(BigDecimal amount, QuantityText.Form form) {
        return new Quantity(new QuantityText(amount, form).canonical());
    }

    private static String text(Quantity quantity) {
        String amount = quantity.getAmount() == null ? "" : quantity.getAmount();
        return quantity.getFormat() == null ? amount : amount + quantity.getFormat();
    }
}

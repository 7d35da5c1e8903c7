package drydock.model.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// The units in which amounts of CPU and of bytes are shown to people. What is written is never changed by it, and
/// amounts of other things, as Pods, are shown as they are written.
public record QuantityUnits(Cpu cpu, Bytes bytes) {

    /// How CPU is shown.
    public enum Cpu {
        AS_WRITTEN,
        /// `0.5`
        CORES,
        /// `500m`
        MILLICORES
    }

    /// How memory and storage are shown.
    public enum Bytes {
        AS_WRITTEN,
        /// In the largest of Ki, Mi, Gi … that fits: `1.5Gi`.
        BINARY,
        /// In the largest of k, M, G … that fits: `1.6G`.
        DECIMAL
    }

    public static final QuantityUnits AS_WRITTEN = new QuantityUnits(Cpu.AS_WRITTEN, Bytes.AS_WRITTEN);

    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("", "k", "M", "G", "T", "P", "E");

    /// The decimals that a person still reads at a glance.
    private static final int DECIMALS = 2;

    /// The amount `written` of `resource` in these units, with two decimals at most; one that is rounded begins with
    /// `≈`. What is no amount stays as it is.
    ///
    /// @param resource as a manifest names it: `cpu`, `requests.memory`
    public String text(String resource, String written) {
        return converted(resource, written)
                .map(shown -> {
                    BigDecimal rounded = shown.number().setScale(DECIMALS, RoundingMode.HALF_UP);
                    boolean exact = rounded.compareTo(shown.number()) == 0;
                    return exact || rounded.signum() == 0
                            ? plain(shown.number()) + shown.unit()
                            : "≈ " + plain(rounded) + shown.unit();
                })
                .orElse(written);
    }

    /// The same amount in these units, where it can be written so without loss and in three decimals; else as it is
    /// written.
    public String exactText(String resource, String written) {
        return converted(resource, written)
                .filter(shown -> shown.number().stripTrailingZeros().scale() <= DECIMALS + 1)
                .map(shown -> plain(shown.number()) + shown.unit())
                .orElse(written);
    }

    private record Shown(BigDecimal number, String unit) {}

    private Optional<Shown> converted(String resource, String written) {
        Optional<BigDecimal> amount = QuantityText.parse(written).map(QuantityText::amount);
        return isCpu(resource)
                ? amount.flatMap(this::cpu)
                : isBytes(resource) ? amount.flatMap(this::bytes) : Optional.empty();
    }

    private Optional<Shown> cpu(BigDecimal amount) {
        return switch (cpu) {
            case AS_WRITTEN -> Optional.empty();
            case CORES -> Optional.of(new Shown(amount, ""));
            case MILLICORES -> Optional.of(new Shown(amount.movePointRight(3), amount.signum() == 0 ? "" : "m"));
        };
    }

    private Optional<Shown> bytes(BigDecimal amount) {
        return switch (bytes) {
            case AS_WRITTEN -> Optional.empty();
            case BINARY -> Optional.of(inLargest(amount, BigDecimal.valueOf(1024), BINARY));
            case DECIMAL -> Optional.of(inLargest(amount, BigDecimal.valueOf(1000), DECIMAL));
        };
    }

    private static Shown inLargest(BigDecimal amount, BigDecimal step, List<String> units) {
        BigDecimal number = amount;
        int unit = 0;
        while (unit < units.size() - 1 && number.abs().compareTo(step) >= 0) {
            // both steps divide without end: by 2¹⁰ and by 10³
            number = number.divide(step);
            unit++;
        }
        return new Shown(number, units.get(unit));
    }

    private static boolean isCpu(String resource) {
        return plainName(resource).equals("cpu");
    }

    private static boolean isBytes(String resource) {
        return switch (plainName(resource)) {
            case "memory", "storage", "ephemeral-storage", "sizeLimit" -> true;
            default -> plainName(resource).startsWith("hugepages-");
        };
    }

    /// `requests.memory` of a quota limits what `memory` is elsewhere.
    private static String plainName(String resource) {
        return resource.replaceFirst("^.*(requests|limits)\\.", "");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

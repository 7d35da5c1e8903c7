package drydock.model.resource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount and what it is written in.
///
/// @param amount exact to 10⁻⁹, which is the finest that Kubernetes keeps
/// @param form the kind of suffix
record QuantityText(BigDecimal amount, Form form) {

    /// The kinds of suffix.
    enum Form {
        /// Powers of 1,000: n, u, m, none, k, M, G, T, P, E.
        DECIMAL,
        /// Powers of 1,024: Ki, Mi, Gi, Ti, Pi, Ei.
        BINARY,
        /// A power of ten: e3, E-2.
        EXPONENT
    }

    private static final Pattern TEXT =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:([KMGTPE]i)|([numkMGTPE]?)|[eE]([+-]?\\d{1,3}))");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigInteger KIBI = BigInteger.valueOf(1024);
    private static final int FINEST_SCALE = 9;
    private static final int MOST_KNOWN = 1_000;

    /// What was read lately: a cluster has few amounts that differ, and asks for each again and again.
    private static final Map<String, Optional<QuantityText>> KNOWN = new ConcurrentHashMap<>();

    QuantityText {
        amount = amount.setScale(FINEST_SCALE, RoundingMode.UP).stripTrailingZeros();
    }

    /// What `text` says; empty if it is no amount.
    static Optional<QuantityText> parse(String text) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(text, QuantityText::read);
    }

    private static Optional<QuantityText> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(2) != null) {
            BigInteger factor = KIBI.pow(BINARY.indexOf(matcher.group(2)));
            return Optional.of(new QuantityText(number.multiply(new BigDecimal(factor)), Form.BINARY));
        }
        if (matcher.group(4) != null) {
            int exponent = Integer.parseInt(matcher.group(4));
            return Optional.of(new QuantityText(number.scaleByPowerOfTen(exponent), Form.EXPONENT));
        }
        int power = 3 * (DECIMAL.indexOf(matcher.group(3)) - DECIMAL.indexOf(""));
        return Optional.of(new QuantityText(number.scaleByPowerOfTen(power), Form.DECIMAL));
    }

    /// As Kubernetes prints it: no fraction, the largest suffix that keeps it exact (`CanonicalizeBytes`).
    String canonical() {
        if (amount.signum() == 0) {
            return "0";
        }
        return form == Form.BINARY && isWhole() && amount.abs().compareTo(new BigDecimal(KIBI)) >= 0
                ? binary()
                : decimal();
    }

    private boolean isWhole() {
        return amount.scale() <= 0;
    }

    private String binary() {
        BigInteger number = amount.toBigIntegerExact();
        int power = 0;
        while (power < BINARY.size() - 1 && number.mod(KIBI).signum() == 0) {
            number = number.divide(KIBI);
            power++;
        }
        return number + BINARY.get(power);
    }

    private String decimal() {
        int exponent = 3 * Math.floorDiv(-amount.scale(), 3);
        int smallest = Math.clamp(exponent, -FINEST_SCALE, 18);
        BigInteger number = amount.scaleByPowerOfTen(-smallest).toBigIntegerExact();
        if (form == Form.EXPONENT) {
            return smallest == 0 ? number.toString() : number + "e" + smallest;
        }
        return number + DECIMAL.get(smallest / 3 + DECIMAL.indexOf(""));
    }
}

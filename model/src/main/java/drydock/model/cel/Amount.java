package drydock.model.cel;

import java.math.BigDecimal;

/// An amount of a resource; equal amounts are equal, however they were written.
record Amount(BigDecimal value) implements Comparable<Amount> {

    Amount {
        value = value.stripTrailingZeros();
    }

    Amount plus(BigDecimal more) {
        return new Amount(value.add(more));
    }

    Amount minus(BigDecimal less) {
        return new Amount(value.subtract(less));
    }

    boolean isWhole() {
        return value.scale() <= 0
                && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                && value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0;
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }
}

package drydock.sim.admission;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// Numbers from 0 on that are taken and given back: first at random above a band that is left for those who ask for
/// one by name, then by a scan, then in the band (`pkg/registry/core/service/allocator/bitmap.go`).
final class NumberPool {

    private final BitSet taken = new BitSet();
    private final int size;
    private final int band;
    private final SplittableRandom random;

    /// @param size how many numbers there are
    /// @param band how many of them, the lowest, are drawn last
    NumberPool(int size, int band, SplittableRandom random) {
        this.size = size;
        this.band = band;
        this.random = random;
    }

    /// Takes `number`; false if it is taken.
    boolean take(int number) {
        boolean free = !taken.get(number);
        taken.set(number);
        return free;
    }

    /// Takes a number that is free; empty if none is.
    OptionalInt takeAny() {
        OptionalInt found = freeFrom(band, size);
        OptionalInt number = found.isPresent() ? found : freeFrom(0, band);
        number.ifPresent(taken::set);
        return number;
    }

    void release(int number) {
        taken.clear(number);
    }

    private OptionalInt freeFrom(int from, int to) {
        if (from >= to) {
            return OptionalInt.empty();
        }
        int first = taken.nextClearBit(random.nextInt(from, to));
        int free = first < to ? first : taken.nextClearBit(from);
        return free < to ? OptionalInt.of(free) : OptionalInt.empty();
    }
}

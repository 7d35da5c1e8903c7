package drydock.sim.store;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// Values that were seen lately, each at the place its hash gives it until another needs that: of equal ones that come
/// soon after one another all are the first, so that what is kept of them is there once.
///
/// It may be shared by threads.
///
/// @param <T> what never changes once it was given here
public final class Recent<T> {

    private final AtomicReferenceArray<T> known;

    /// @param places how many are remembered at most, a power of two
    public Recent(int places) {
        known = new AtomicReferenceArray<>(places);
    }

    /// `value`, or one that equals it.
    public T one(T value) {
        int hash = value.hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 16) & known.length() - 1;
        T before = known.getAcquire(place);
        if (value.equals(before)) {
            return before;
        }
        known.setRelease(place, value);
        return value;
    }
}

package drydock.app.live.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: longer each time, and never just as long as everybody else.
final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// What a refusal is asked again after: rights are seldom changed.
    private static final Duration OF_REFUSAL = Duration.ofSeconds(4);

    private static final Duration LONGEST_OF_REFUSAL = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private int tries;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /// All went well.
    void reset() {
        tries = 0;
    }

    /// The pause after one more failure; the server's own wish is never undercut. A history that is gone is listed anew
    /// at once, the first time.
    Duration after(WireException failure) {
        if (failure.code() == WireException.GONE && tries == 0) {
            tries++;
            return Duration.ZERO;
        }
        Duration pause = failure.isRefusal() ? pause(OF_REFUSAL, LONGEST_OF_REFUSAL) : pause();
        return failure.retryAfter()
                .map(wish -> wish.compareTo(pause) > 0 ? wish.plusMillis(random.nextLong(1_000)) : pause)
                .orElse(pause);
    }

    /// The pause after one more try that led to nothing.
    Duration pause() {
        return pause(FIRST, LONGEST);
    }

    private Duration pause(Duration first, Duration most) {
        Duration base = doubled(first, most);
        tries++;
        return base.dividedBy(2).plusMillis(random.nextLong(base.toMillis() + 1));
    }

    private Duration doubled(Duration first, Duration most) {
        Duration base = first.multipliedBy(1L << Math.min(tries, 10));
        return base.compareTo(most) > 0 ? most : base;
    }
}

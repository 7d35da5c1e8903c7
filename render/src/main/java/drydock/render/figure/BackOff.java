package drydock.render.figure;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A wait before the next try.
///
/// @param left how long it still lasts, not negative
/// @param whole how long it lasts in all, more than zero
public record BackOff(Duration left, Duration whole) {

    private static final long FIRST_PULL = 10;
    private static final long LONGEST_PULL = 300;
    private static final Pattern MESSAGE =
            Pattern.compile("back-off (?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)? restarting failed container");

    /// The wait of a container that crashes again and again. The kubelet tells its length in the message,
    /// and it runs from the end of the last run (pkg/kubelet/kuberuntime doBackOff); empty unless both are
    /// known.
    static Optional<BackOff> of(ContainerStatus status, Instant now) {
        if (status.getState() == null
                || status.getState().getWaiting() == null
                || status.getLastState() == null
                || status.getLastState().getTerminated() == null) {
            return Optional.empty();
        }
        Optional<Duration> whole = length(status.getState().getWaiting().getMessage());
        Optional<Instant> end =
                Times.instant(status.getLastState().getTerminated().getFinishedAt());
        if (whole.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, end.get().plus(whole.get()));
        return Optional.of(new BackOff(left.isNegative() ? Duration.ZERO : left, whole.get()));
    }

    /// The wait of a container whose image cannot be had: ten seconds after the first try, twice as long after each,
    /// five minutes at most (pkg/kubelet/kubelet.go imageBackOff).
    static BackOff ofPull(int tries, Instant failed, Instant now) {
        Duration whole = Duration.ofSeconds(Math.min(LONGEST_PULL, FIRST_PULL << Math.clamp(tries - 1, 0, 9)));
        Duration left = Duration.between(now, failed.plus(whole));
        return new BackOff(left.isNegative() ? Duration.ZERO : left, whole);
    }

    /// How much of the wait is still to come, 0 to 1.
    public double share() {
        return Math.clamp((double) left.toMillis() / whole.toMillis(), 0, 1);
    }

    private static Optional<Duration> length(@Nullable String message) {
        Matcher matcher = MESSAGE.matcher(message == null ? "" : message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Duration length = Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)));
        return length.isZero() ? Optional.empty() : Optional.of(length);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}

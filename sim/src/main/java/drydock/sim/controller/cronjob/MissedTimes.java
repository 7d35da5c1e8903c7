package drydock.sim.controller.cronjob;

import drydock.model.cron.CronSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which run is due: the latest that was missed, and whether there were too many (`cronjob/utils.go
/// mostRecentScheduleTime`).
///
/// @param since from when on runs were looked for
/// @param latest the latest time that has come; empty if none has
/// @param tooMany whether over 100 were missed
record MissedTimes(Instant since, Optional<Instant> latest, boolean tooMany) {

    private static final int MOST = 100;

    static MissedTimes between(CronSchedule schedule, Instant since, Instant now) {
        Optional<Instant> first = schedule.next(since);
        if (first.isEmpty() || now.isBefore(first.get())) {
            return new MissedTimes(since, Optional.empty(), false);
        }
        Optional<Instant> second = schedule.next(first.get());
        if (second.isEmpty() || now.isBefore(second.get())) {
            return new MissedTimes(since, first, false);
        }
        long period = Duration.between(first.get(), second.get()).toMillis();
        long count = Duration.between(first.get(), now).toMillis() / period + 1;
        // near the end the runs are looked at one by one, for they need not be evenly apart
        Instant from = count > 2 ? first.get().plusMillis((count - 2) * period).minusSeconds(1) : first.get();
        Instant latest = first.get();
        for (Optional<Instant> at = schedule.next(from);
                at.isPresent() && !at.get().isAfter(now);
                at = schedule.next(at.get())) {
            latest = at.get();
        }
        return new MissedTimes(since, Optional.of(latest), count > MOST);
    }
}

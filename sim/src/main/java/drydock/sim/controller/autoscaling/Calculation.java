package drydock.sim.controller.autoscaling;

import drydock.sim.controller.autoscaling.Sample.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// How many Pods there should be by what they use (`podautoscaler/replica_calculator.go`).
///
/// @param replicas how many there should be
/// @param utilization what the ready ones use, in percent of what they ask for; 0 where that is not the target
/// @param average what each of them uses, in thousandths
record Calculation(int replicas, int utilization, long average) {

    private static final int PERCENT = 100;

    /// By how much the use may differ from the target without any change.
    record Tolerance(double down, double up) {

        static final Tolerance USUAL = new Tolerance(0.1, 0.1);

        boolean covers(double ratio) {
            // in hundred-millionths, so that 1.1 is within 0.1 as it is to who writes it
            long parts = Math.round((ratio - 1) * 1e8);
            return parts >= -Math.round(down * 1e8) && parts <= Math.round(up * 1e8);
        }
    }

    private record Use(double ratio, int utilization, long average) {}

    @FunctionalInterface
    private interface Measure {
        Use of(List<Sample> samples) throws MetricException;
    }

    /// So that the Pods use `target` percent of what they ask for.
    static Calculation byUtilization(int current, int target, Tolerance tolerance, List<Sample> samples)
            throws MetricException {
        int full = Math.max(PERCENT, target);
        return by(
                current,
                tolerance,
                samples,
                counted -> utilization(counted, target),
                s -> s.requested() * full / PERCENT);
    }

    /// So that each Pod uses `target` thousandths.
    static Calculation byAverage(int current, long target, Tolerance tolerance, List<Sample> samples)
            throws MetricException {
        return by(
                current,
                tolerance,
                samples,
                counted -> {
                    long average = counted.stream().mapToLong(Sample::used).sum() / counted.size();
                    return new Use((double) average / target, 0, average);
                },
                _ -> target);
    }

    private static Use utilization(List<Sample> samples, int target) throws MetricException {
        long requested = samples.stream().mapToLong(Sample::requested).sum();
        long used = samples.stream().mapToLong(Sample::used).sum();
        if (requested == 0) {
            throw new MetricException("no metrics returned matched known pods");
        }
        int utilization = Math.toIntExact(used * PERCENT / requested);
        return new Use((double) utilization / target, utilization, used / samples.size());
    }

    private static Calculation by(
            int current, Tolerance tolerance, List<Sample> samples, Measure measure, ToLongFunction<Sample> full)
            throws MetricException {
        List<Sample> ready = of(samples, Standing.READY);
        List<Sample> unready = of(samples, Standing.UNREADY);
        List<Sample> missing = of(samples, Standing.MISSING);
        if (ready.isEmpty()) {
            throw new MetricException("did not receive metrics for targeted pods (pods might be unready)");
        }
        Use use = measure.of(ready);
        boolean growsWithUnready = !unready.isEmpty() && use.ratio() > 1;
        if (!growsWithUnready && missing.isEmpty()) {
            int replicas = tolerance.covers(use.ratio()) ? current : ceil(use.ratio() * ready.size());
            return new Calculation(replicas, use.utilization(), use.average());
        }
        List<Sample> counted = new ArrayList<>(ready);
        // what is not known must not make the change larger than it would be if it were
        if (use.ratio() < 1) {
            missing.forEach(sample -> counted.add(using(sample, full.applyAsLong(sample))));
        } else if (use.ratio() > 1) {
            missing.forEach(sample -> counted.add(using(sample, 0)));
        }
        if (growsWithUnready) {
            unready.forEach(sample -> counted.add(using(sample, 0)));
        }
        double ratio = measure.of(counted).ratio();
        int replicas = ceil(ratio * counted.size());
        boolean turns = (use.ratio() < 1 && ratio > 1) || (use.ratio() > 1 && ratio < 1);
        boolean against = (ratio < 1 && replicas > current) || (ratio > 1 && replicas < current);
        return new Calculation(
                tolerance.covers(ratio) || turns || against ? current : replicas, use.utilization(), use.average());
    }

    private static List<Sample> of(List<Sample> samples, Standing standing) {
        return samples.stream().filter(s -> s.standing() == standing).toList();
    }

    private static Sample using(Sample sample, long used) {
        return new Sample(sample.pod(), sample.standing(), used, sample.requested());
    }

    private static int ceil(double count) {
        return Math.toIntExact((long) Math.ceil(count));
    }
}

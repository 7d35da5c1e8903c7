package drydock.sim.check;

import java.util.List;

/// Makes random runs and tells how many were in order (arguments: the first seed, how many); what is broken
/// is told with its seed, and the next run is made.
final class RandomRuns {

    private RandomRuns() {}

    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        long failed = 0;
        for (long seed = first; seed < first + count; seed++) {
            List<String> broken = new RandomRun(seed).run();
            broken.forEach(System.out::println);
            failed += broken.isEmpty() ? 0 : 1;
            if ((seed - first + 1) % 50 == 0) {
                System.out.printf("%,d runs, %,d of them broken%n", seed - first + 1, failed);
            }
        }
        System.out.printf("%,d runs from seed %,d on, %,d of them broken%n", count, first, failed);
    }
}

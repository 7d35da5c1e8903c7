package drydock.sim.store;

import java.util.Random;

/// How long it takes to go to any moment of a run of a million changes of 20,000 objects and to see all that is there;
/// prints what it measured.
final class HistoryBenchmark {

    private static final int OBJECTS = 20_000;
    private static final int CHANGES = 1_000_000;

    private HistoryBenchmark() {}

    public static void main(String[] arguments) {
        ServerFixture server = new ServerFixture();
        long begun = System.nanoTime();
        for (int i = 0; i < CHANGES; i++) {
            String name = "m" + (i * 7_919L % OBJECTS);
            if (i < OBJECTS) {
                server.api.create(ServerFixture.map(name, "n", "0"));
            } else {
                server.api.replace(ServerFixture.map(name, "n", Integer.toString(i)));
            }
        }
        System.out.printf("%,d changes a second%n", CHANGES * 1_000_000_000L / (System.nanoTime() - begun));
        Random random = new Random(1);
        long longest = 0;
        long sum = 0;
        for (int i = 0; i < 200; i++) {
            long from = System.nanoTime();
            Snapshot moment = server.api.at(random.nextLong(CHANGES));
            long took = System.nanoTime() - from;
            sum += took;
            longest = Math.max(longest, took);
            if (moment.all().count() > OBJECTS + 1) {
                throw new IllegalStateException("more objects than were made");
            }
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "a jump: %,d µs on average, %,d µs at most; %,d MB for all%n",
                sum / 200_000, longest / 1000, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}

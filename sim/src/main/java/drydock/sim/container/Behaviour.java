package drydock.sim.container;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a container behaves beside what its program does: what a real program would do by its nature, and a simulated
/// one is told.
///
/// @param startsAfter how long its servers take until they listen
/// @param exits when it ends by itself
/// @param milliCpu what it uses when nobody asks anything of it
/// @param milliCpuPer100 what each 100 requests a second cost beside that
/// @param memoryBytes what it holds at its start
/// @param leakBytesAMinute how much more it holds each minute
/// @param answersFor how long its servers answer before they fall silent, though they go on listening
/// @param latency how long an answer takes
/// @param failurePercent how many of 100 requests it answers with 500
/// @param calls whom it asks before it answers; where one of them fails, it answers 502
public record Behaviour(
        Duration startsAfter,
        Optional<Exit> exits,
        long milliCpu,
        long milliCpuPer100,
        long memoryBytes,
        long leakBytesAMinute,
        Optional<Duration> answersFor,
        Duration latency,
        int failurePercent,
        List<String> calls) {

    /// What a program does that nothing is said of.
    public static final Behaviour USUAL = new Behaviour(
            Duration.ZERO, Optional.empty(), 1, 10, 16L << 20, 0, Optional.empty(), Duration.ZERO, 0, List.of());

    /// An end by itself.
    public record Exit(Duration after, int code) {}

    /// A behaviour as annotations describe it, and what could not be read of them.
    public record Reading(Behaviour behaviour, List<String> problems) {

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    public Behaviour {
        calls = List.copyOf(calls);
    }

    /// Reads what `annotations` of a Pod say of its container `name`: `drydock.io/KEY` of all its containers,
    /// `drydock.io/KEY.NAME` of that one.
    public static Reading read(Map<String, String> annotations, String name) {
        return BehaviourReader.read(annotations, name);
    }
}

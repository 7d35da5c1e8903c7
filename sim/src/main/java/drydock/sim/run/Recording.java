package drydock.sim.run;

import drydock.sim.SimulationOptions;
import java.util.List;

/// All that a run follows from.
///
/// @param options where it began
/// @param inputs what was done to it, in order
/// @param momentNanos the moment that is looked at, in virtual nanoseconds since the start
/// @param endNanos how far it has run
public record Recording(SimulationOptions options, List<Timed> inputs, long momentNanos, long endNanos) {

    /// Something that was done at a moment.
    ///
    /// @param atNanos when, in virtual nanoseconds since the start
    public record Timed(long atNanos, Input input) {}

    public Recording {
        inputs = List.copyOf(inputs);
    }

    /// The run up to a moment: what was done to it later is left out.
    public Recording until(long nanos) {
        return new Recording(
                options,
                inputs.stream().filter(timed -> timed.atNanos() <= nanos).toList(),
                nanos,
                nanos);
    }
}

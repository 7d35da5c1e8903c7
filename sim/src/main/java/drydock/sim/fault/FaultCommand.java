package drydock.sim.fault;

import java.util.List;
import java.util.Optional;

/// What a line `fault …` of a script asks for.
public sealed interface FaultCommand {

    /// What can be asked for, for who asked for something else.
    String USAGE = """
        error: there is no such fault. What there is:
          fault node-lost NODE | node-slow NODE [TIMES] | disk-full NODE
          fault network-cut NODE|ZONE [NODE|ZONE]
          fault component-stopped NAME | component-delayed NAME [TIME]
          fault registry-down [REGISTRY] | image-missing IMAGE
          fault container-killed [NAMESPACE/]POD CONTAINER | memory-leak [NAMESPACE/]POD CONTAINER [BYTES]
          fault list | clear [FAULT] | random SEED EVERY [LASTING [KIND ...]]
        """;

    /// `fault node-lost node-1`: it happens.
    record Strike(Fault fault) implements FaultCommand {}

    /// `fault clear node-lost node-1`: it is taken back.
    record Clear(Fault fault) implements FaultCommand {}

    /// `fault clear`: all are.
    record ClearAll() implements FaultCommand {}

    /// `fault list`: what is wrong is told.
    record Show() implements FaultCommand {}

    /// `fault random SEED EVERY [LASTING [KIND …]]`: things go wrong at random from now on.
    record Random(FaultPlan plan) implements FaultCommand {}

    /// What the words after `fault` ask for; empty if nothing.
    static Optional<FaultCommand> parse(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (first) {
            case "clear" ->
                rest.isEmpty()
                        ? Optional.of(new ClearAll())
                        : FaultText.parse(rest).map(Clear::new);
            case "list" -> rest.isEmpty() ? Optional.of(new Show()) : Optional.empty();
            case "random" -> FaultPlan.parse(rest).map(Random::new);
            default -> FaultText.parse(words).map(Strike::new);
        };
    }
}

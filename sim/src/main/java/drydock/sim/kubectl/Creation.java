package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;

/// Creates objects, or with `--dry-run=client` only says so, and prints them as `-o` asks.
final class Creation {

    static final List<Flag> FLAGS = List.of(Flag.DRY_RUN, Flag.OUTPUT);

    private static final Set<String> DRY_RUNS = Set.of("none", "client");

    private Creation() {}

    /// @param done what was done, as `created`
    static void create(Invocation command, HasMetadata object, String done) {
        String dryRun = command.arguments().flag("--dry-run").orElse("none");
        if (!DRY_RUNS.contains(dryRun)) {
            throw new CommandFailure("error: Invalid dry-run value (" + dryRun + "). Must be \"none\" or \"client\".");
        }
        boolean dry = dryRun.equals("client");
        HasMetadata result = dry ? object : command.cluster().create(object);
        print(command, result, done + (dry ? " (dry run)" : ""));
    }

    /// Prints `object` as `-o` asks, else that it was `done`.
    static void print(Invocation command, HasMetadata object, String done) {
        String output = command.arguments().flag("--output").orElse("");
        String name = Invocation.shortName(ResourceId.of(object));
        switch (output) {
            case "" -> command.print(name + " " + done);
            case "name" -> command.print(name);
            default -> command.out().accept(Printing.of(command, output, List.of(object), true));
        }
    }
}

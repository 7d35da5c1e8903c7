package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Patches;
import drydock.sim.store.WriteOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Creates and changes objects, or with `--dry-run` only says so, and prints them as `-o` asks.
final class Creation {

    static final List<Flag> FLAGS = List.of(Flag.DRY_RUN, Flag.OUTPUT);

    private Creation() {}

    /// How far a command goes (`--dry-run`).
    enum Extent {
        WHOLE(""),
        CLIENT(" (dry run)"),
        SERVER(" (server dry run)");

        private final String said;

        Extent(String said) {
            this.said = said;
        }

        /// What stands behind what was done.
        String said() {
            return said;
        }
    }

    static Extent extent(Invocation command) {
        String dryRun = command.arguments().flag("--dry-run").orElse("none");
        return switch (dryRun) {
            case "none" -> Extent.WHOLE;
            case "client" -> Extent.CLIENT;
            case "server" -> Extent.SERVER;
            default ->
                throw new CommandFailure(
                        "error: Invalid dry-run value (" + dryRun + "). Must be \"none\", \"server\", or \"client\".");
        };
    }

    /// @param done what was done, as `created`
    static void create(Invocation command, HasMetadata object, String done) {
        Extent extent = extent(command);
        HasMetadata result = switch (extent) {
            case WHOLE -> command.cluster().create(object);
            case CLIENT -> object;
            case SERVER -> ServerSideApply.server(command).requests().create(object, WriteOptions.DRY_RUN);
        };
        print(command, result, done);
    }

    /// What `patch` makes of `object`.
    static HasMetadata patch(Invocation command, HasMetadata object, Patch patch) {
        ResourceId id = ResourceId.of(object);
        return switch (extent(command)) {
            case WHOLE -> command.cluster().patch(id, patch);
            case CLIENT -> Patches.apply(object, patch);
            case SERVER -> ServerSideApply.server(command).requests().patch(id, patch, WriteOptions.DRY_RUN);
        };
    }

    /// What `object` is with other `replicas`.
    static HasMetadata scale(Invocation command, HasMetadata object, int replicas) {
        return extent(command) == Extent.WHOLE
                ? command.cluster().scale(ResourceId.of(object), replicas)
                : patch(command, object, new Patch(Patch.Type.MERGE, "{\"spec\":{\"replicas\":" + replicas + "}}"));
    }

    /// The namespace of an object that a command makes of words: what is only printed names none that was not asked
    /// for.
    static @Nullable String namespace(Invocation command) {
        boolean asked = command.arguments().flag("--namespace").isPresent();
        return extent(command) == Extent.CLIENT && !asked ? null : command.namespace();
    }

    /// Prints `object` as `-o` asks, else that it was `done`, and how far.
    static void print(Invocation command, HasMetadata object, String done) {
        String output = command.arguments().flag("--output").orElse("");
        String name = Invocation.shortName(ResourceId.of(object));
        switch (output) {
            case "" -> command.print(name + " " + done + extent(command).said);
            case "name" -> command.print(name);
            default -> command.out().accept(Printing.of(command, output, List.of(object), true));
        }
    }
}

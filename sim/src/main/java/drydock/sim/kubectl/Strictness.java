package drydock.sim.kubectl;

import drydock.sim.store.ApiServer;
import drydock.sim.store.UnknownFields;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/// What is done about fields that a kind does not have (`--validate`): refused, told, or nothing. A real cluster knows
/// best what its kinds have, and is not forestalled.
enum Strictness {
    STRICT,
    WARN,
    IGNORE;

    static final Flag FLAG = new Flag("--validate", '\0', Flag.Kind.TEXT, null, "'strict'");

    static Strictness of(Invocation command) {
        String wish = command.arguments().flag("--validate").orElse("strict");
        return switch (wish) {
            case "", "strict", "true" -> STRICT;
            case "warn" -> WARN;
            case "ignore", "false" -> IGNORE;
            default -> throw new CommandFailure("error: invalid - validate option \"" + wish + "\"");
        };
    }

    /// @throws drydock.model.cluster.ClusterException 400
    void check(Invocation command, HasMetadata object) {
        if (this == IGNORE || !(command.cluster() instanceof ApiServer)) {
            return;
        }
        if (this == STRICT) {
            UnknownFields.refuse(object);
            return;
        }
        List<String> unknown = UnknownFields.of(object);
        unknown.forEach(field -> command.printError("Warning: unknown field \"" + field + "\""));
    }
}

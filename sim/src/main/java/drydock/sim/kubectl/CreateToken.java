package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.sim.access.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `create token NAME`: a token of a ServiceAccount (`kubectl/pkg/cmd/create/create_token.go`).
final class CreateToken {

    static final List<Flag> FLAGS = List.of(
            Flag.text("--audience"),
            Flag.text("--duration"),
            Flag.text("--bound-object-kind"),
            Flag.text("--bound-object-name"));

    static final String USAGE = "create token SERVICE_ACCOUNT_NAME [--audience=NAME] [--duration=TIME]";

    private final Invocation command;

    private CreateToken(Invocation command) {
        this.command = command;
    }

    static boolean isMeant(Invocation command) {
        List<String> words = command.arguments().words();
        return !words.isEmpty() && words.getFirst().equals("token");
    }

    static void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.size() != 2) {
            throw new CommandFailure("error: exactly one NAME is required, got " + (words.size() - 1)
                    + "\nSee 'kubectl create token -h' for help and examples");
        }
        if (!command.cluster().info().simulated()) {
            throw new CommandFailure("error: create token is available for simulated clusters only");
        }
        command.print(new CreateToken(command).token(words.getLast()));
        command.done().accept(0);
    }

    private String token(String name) {
        Duration lifetime = lifetime();
        Tokens.Wish wish = new Tokens.Wish(
                command.arguments().values("--audience"), lifetime.toSeconds(), boundKind(), boundName());
        try {
            return new Tokens(command.cluster())
                    .issue(command.namespace(), name, wish)
                    .text();
        } catch (ClusterException refused) {
            throw new CommandFailure(
                    "error: failed to create token: " + refused.status().getMessage());
        }
    }

    private Duration lifetime() {
        Duration asked = command.arguments()
                .flag("--duration")
                .map(text -> Durations.parse(text, "--duration"))
                .orElse(Duration.ZERO);
        if (asked.isNegative()) {
            throw new CommandFailure("error: --duration must be greater than or equal to 0");
        }
        if (asked.toMillisPart() != 0) {
            throw new CommandFailure("error: --duration cannot be expressed in units less than seconds");
        }
        return asked;
    }

    private String boundKind() {
        Optional<String> kind = command.arguments().flag("--bound-object-kind");
        if (kind.isEmpty() && !boundName().isEmpty()) {
            throw new CommandFailure("error: --bound-object-name can only be set if --bound-object-kind is provided");
        }
        if (kind.isPresent() && !Tokens.BOUND.containsKey(kind.get())) {
            throw new CommandFailure("error: supported --bound-object-kind values are Pod, Secret");
        }
        if (kind.isPresent() && boundName().isEmpty()) {
            throw new CommandFailure("error: --bound-object-name is required if --bound-object-kind is provided");
        }
        return kind.orElse("");
    }

    private String boundName() {
        return command.arguments().flag("--bound-object-name").orElse("");
    }
}

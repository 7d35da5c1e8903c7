package drydock.sim.kubectl;

import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `create secret generic|tls|docker-registry NAME` (`kubectl/pkg/cmd/create/create_secret.go`).
final class CreateSecret {

    static final List<Flag> FLAGS = List.of(
            Flag.text("--type"),
            Flag.text("--cert"),
            Flag.text("--key"),
            Flag.text("--docker-server"),
            Flag.text("--docker-username"),
            Flag.text("--docker-password"),
            Flag.text("--docker-email"));
    static final List<String> USAGE = List.of(
            "create secret generic NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1]",
            "create secret tls NAME --cert=path/to/cert/file --key=path/to/key/file",
            "create secret docker-registry NAME --docker-username=user --docker-password=password"
                    + " [--docker-server=string] [--docker-email=email]");

    private static final String HUB = "https://index.docker.io/v1/";
    private static final List<String> ACCOUNT = List.of("--docker-username", "--docker-password");

    private final Invocation command;
    private final CommandArguments arguments;

    private CreateSecret(Invocation command) {
        this.command = command;
        this.arguments = command.arguments();
    }

    /// @param type the second word
    static HasMetadata of(Invocation command, String type, String name) {
        CreateSecret create = new CreateSecret(command);
        return switch (type) {
            case "generic" -> create.generic(name);
            case "tls" -> create.tls(name);
            case "docker-registry" -> create.registry(name);
            default ->
                throw new CommandFailure("error: unknown command \"secret " + type
                        + "\"\nSee 'kubectl create secret -h' for help and examples");
        };
    }

    private Secret generic(String name) {
        return secret(name, arguments.flag("--type").orElse(null), DataSources.of(command));
    }

    private Secret tls(String name) {
        if (arguments.flag("--cert").isEmpty() || arguments.flag("--key").isEmpty()) {
            throw new CommandFailure("error: key and cert must be specified");
        }
        Map<String, String> data = new TreeMap<>();
        data.put("tls.crt", pem("--cert", "certificate"));
        data.put("tls.key", pem("--key", "key"));
        return secret(name, "kubernetes.io/tls", data);
    }

    private String pem(String flag, String what) {
        String path = arguments.flag(flag).orElseThrow();
        String text;
        try {
            text = String.join("\n", command.files().read(path).values());
        } catch (IOException missing) {
            throw new CommandFailure("error: open " + path + ": no such file or directory");
        }
        if (!text.contains("-----BEGIN ")) {
            throw new CommandFailure("error: tls: failed to find any PEM data in " + what + " input");
        }
        return text;
    }

    private Secret registry(String name) {
        Map<String, String> data = DataSources.of(command);
        if (data.isEmpty()) {
            if (!ACCOUNT.stream().allMatch(flag -> arguments.flag(flag).isPresent())) {
                throw new CommandFailure("error: either --from-file or the combination of --docker-username,"
                        + " --docker-password and --docker-server is required");
            }
            data = Map.of(".dockerconfigjson", login());
        }
        return secret(name, "kubernetes.io/dockerconfigjson", data);
    }

    private String login() {
        String user = arguments.flag("--docker-username").orElseThrow();
        String password = arguments.flag("--docker-password").orElseThrow();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("username", user);
        entry.put("password", password);
        arguments.flag("--docker-email").ifPresent(email -> entry.put("email", email));
        entry.put("auth", encoded(user + ":" + password));
        return JsonText.compact(
                Map.of("auths", Map.of(arguments.flag("--docker-server").orElse(HUB), entry)));
    }

    private Secret secret(String name, @Nullable String type, Map<String, String> texts) {
        Map<String, String> data = new LinkedHashMap<>();
        texts.forEach((key, value) -> data.put(key, encoded(value)));
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .endMetadata()
                .withType(type)
                .withData(data)
                .build();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

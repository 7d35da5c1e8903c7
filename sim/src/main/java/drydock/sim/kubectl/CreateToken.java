package drydock.sim.kubectl;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// `create token NAME`: a token of a ServiceAccount (`kubectl/pkg/cmd/create/create_token.go`,
/// `pkg/registry/core/serviceaccount/storage/token.go`). It says what a server's says; its signature is made up, as a
/// simulation has no key.
final class CreateToken {

    static final List<Flag> FLAGS = List.of(
            Flag.text("--audience"),
            Flag.text("--duration"),
            Flag.text("--bound-object-kind"),
            Flag.text("--bound-object-name"));

    static final String USAGE = "create token SERVICE_ACCOUNT_NAME [--audience=NAME] [--duration=TIME]";

    private static final String SERVER = "https://kubernetes.default.svc.cluster.local";
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofSeconds(1L << 32);
    private static final int SIGNATURE_BYTES = 256;
    private static final Map<String, ResourceKind> BOUND = Map.of("Pod", Kinds.POD, "Secret", Kinds.SECRET);

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
        Optional<ResourceKind> kind = bound();
        HasMetadata account = existing(Kinds.SERVICE_ACCOUNT, name);
        Map<String, Object> kubernetes = new TreeMap<>();
        kubernetes.put("namespace", command.namespace());
        kubernetes.put("serviceaccount", reference(account));
        kind.ifPresent(of -> kubernetes.put(of.singular(), reference(existing(of, boundName()))));
        long now = command.cluster().now().getEpochSecond();
        List<String> audiences = command.arguments().values("--audience");
        Map<String, Object> claims = new TreeMap<>();
        claims.put("aud", audiences.isEmpty() ? List.of(SERVER) : audiences);
        claims.put("exp", now + lifetime.toSeconds());
        claims.put("iat", now);
        claims.put("iss", SERVER);
        claims.put(
                "jti",
                UUID.nameUUIDFromBytes((kubernetes + " " + now).getBytes(StandardCharsets.UTF_8))
                        .toString());
        claims.put("kubernetes.io", kubernetes);
        claims.put("nbf", now);
        claims.put("sub", "system:serviceaccount:" + command.namespace() + ":" + name);
        String signed = part(Map.of("alg", "RS256", "kid", key())) + "." + part(claims);
        return signed + "." + encoded(madeUp(signed));
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
        if (asked.isZero()) {
            return USUAL;
        }
        boolean brief = asked.compareTo(SHORTEST) < 0;
        if (brief || asked.compareTo(LONGEST) > 0) {
            throw failed("TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: "
                    + asked.toSeconds() + ": may not specify a duration "
                    + (brief ? "less than 10 minutes" : "larger than 2^32 seconds"));
        }
        return asked;
    }

    private Optional<ResourceKind> bound() {
        Optional<String> kind = command.arguments().flag("--bound-object-kind");
        if (kind.isEmpty() && !boundName().isEmpty()) {
            throw new CommandFailure("error: --bound-object-name can only be set if --bound-object-kind is provided");
        }
        if (kind.isPresent() && !BOUND.containsKey(kind.get())) {
            throw new CommandFailure("error: supported --bound-object-kind values are Pod, Secret");
        }
        if (kind.isPresent() && boundName().isEmpty()) {
            throw new CommandFailure("error: --bound-object-name is required if --bound-object-kind is provided");
        }
        return kind.map(BOUND::get);
    }

    private String boundName() {
        return command.arguments().flag("--bound-object-name").orElse("");
    }

    private HasMetadata existing(ResourceKind kind, String name) {
        return command.cluster()
                .get(ResourceId.of(kind, command.namespace(), name))
                .orElseThrow(() -> failed(kind.plural() + " \"" + name + "\" not found"));
    }

    private static CommandFailure failed(String why) {
        return new CommandFailure("error: failed to create token: " + why);
    }

    private static Map<String, String> reference(HasMetadata object) {
        return new TreeMap<>(Map.of(
                "name", object.getMetadata().getName(),
                "uid", object.getMetadata().getUid()));
    }

    private static String key() {
        byte[] name = "drydock".getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }

    private static String part(Map<String, ?> claims) {
        return encoded(JsonText.compact(new TreeMap<>(claims)).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// As many bytes as a signature has, which follow from what is signed.
    private static byte[] madeUp(String signed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; bytes.size() < SIGNATURE_BYTES; i++) {
            String text = UUID.nameUUIDFromBytes((signed + i).getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "");
            bytes.writeBytes(HexFormat.of().parseHex(text));
        }
        return bytes.toByteArray();
    }
}

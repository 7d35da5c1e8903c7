package drydock.sim.access;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.validation.Refusal;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Gives tokens of ServiceAccounts (`pkg/registry/core/serviceaccount/storage/token.go`). They say what a server's say;
/// their signatures are made up, as a simulation has no key.
public final class Tokens {

    /// The kinds of objects with which a token may end.
    public static final Map<String, ResourceKind> BOUND = Map.of("Pod", Kinds.POD, "Secret", Kinds.SECRET);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVER = "https://kubernetes.default.svc.cluster.local";
    private static final long USUAL_SECONDS = 3_600;
    private static final long SHORTEST_SECONDS = 600;
    private static final long LONGEST_SECONDS = 1L << 32;
    private static final int SIGNATURE_BYTES = 256;

    /// What is asked for.
    ///
    /// @param audiences for whom; empty for the API server
    /// @param seconds how long it holds; 0 for an hour
    /// @param boundKind what it ends with, of [#BOUND]; empty for the ServiceAccount only
    public record Wish(List<String> audiences, long seconds, String boundKind, String boundName) {

        public Wish {
            audiences = audiences.isEmpty() ? List.of(SERVER) : List.copyOf(audiences);
            seconds = seconds == 0 ? USUAL_SECONDS : seconds;
        }
    }

    /// A token and when it ends.
    public record Token(String text, Instant expires) {}

    private final Cluster cluster;

    public Tokens(Cluster cluster) {
        this.cluster = cluster;
    }

    /// A token of the ServiceAccount `name`.
    ///
    /// @throws ClusterException 404 if it or what the token is bound to is not there; 422 if it would hold for
    ///     too short or too long a time; 400 if the Pod is another ServiceAccount's
    public Token issue(String namespace, String name, Wish wish) {
        checkLifetime(wish.seconds());
        HasMetadata account = existing(Kinds.SERVICE_ACCOUNT, namespace, name);
        Map<String, Object> kubernetes = new TreeMap<>();
        kubernetes.put("namespace", namespace);
        kubernetes.put("serviceaccount", reference(account));
        bound(wish).ifPresent(kind -> {
            HasMetadata object = existing(kind, namespace, wish.boundName());
            checkAccount(object, name);
            kubernetes.put(kind.singular(), reference(object));
        });
        long now = cluster.now().getEpochSecond();
        Map<String, Object> claims = new TreeMap<>();
        claims.put("aud", wish.audiences());
        claims.put("exp", now + wish.seconds());
        claims.put("iat", now);
        claims.put("iss", SERVER);
        claims.put(
                "jti",
                UUID.nameUUIDFromBytes((kubernetes + " " + now).getBytes(StandardCharsets.UTF_8))
                        .toString());
        claims.put("kubernetes.io", kubernetes);
        claims.put("nbf", now);
        claims.put("sub", Caller.ACCOUNT + namespace + ":" + name);
        String signed = part(new TreeMap<>(Map.of("alg", "RS256", "kid", key()))) + "." + part(claims);
        return new Token(signed + "." + encoded(madeUp(signed)), Instant.ofEpochSecond(now + wish.seconds()));
    }

    private static void checkLifetime(long seconds) {
        boolean brief = seconds < SHORTEST_SECONDS;
        if (brief || seconds > LONGEST_SECONDS) {
            throw Refusals.invalid(
                    new ResourceId("authentication.k8s.io", "TokenRequest", "", ""),
                    List.of(new Refusal(
                            "spec.expirationSeconds",
                            "Invalid value: " + seconds + ": may not specify a duration "
                                    + (brief ? "less than 10 minutes" : "larger than 2^32 seconds"))));
        }
    }

    private static Optional<ResourceKind> bound(Wish wish) {
        if (wish.boundKind().isEmpty()) {
            return Optional.empty();
        }
        ResourceKind kind = BOUND.get(wish.boundKind());
        if (kind == null) {
            throw new ClusterException(
                    400, "BadRequest", "cannot bind token to object of type /v1, Kind=" + wish.boundKind());
        }
        return Optional.of(kind);
    }

    private static void checkAccount(HasMetadata object, String account) {
        if (object instanceof Pod pod && !account.equals(pod.getSpec().getServiceAccountName())) {
            throw new ClusterException(
                    400,
                    "BadRequest",
                    "cannot bind token for serviceaccount \"" + account + "\" to pod running with different"
                            + " serviceaccount name.");
        }
    }

    private HasMetadata existing(ResourceKind kind, String namespace, String name) {
        ResourceId id = ResourceId.of(kind, namespace, name);
        return cluster.get(id).orElseThrow(() -> Refusals.notFound(id));
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
        return encoded(JSON.writeValueAsBytes(claims));
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

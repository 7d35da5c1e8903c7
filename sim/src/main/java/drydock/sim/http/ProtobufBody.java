package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.sim.kubectl.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A body in the API's protobuf form, as clients written in Go send it: an envelope that names the kind, and in it the
/// object's message (`apimachinery/pkg/runtime/serializer/protobuf`).
///
/// **What is not said.** Go sends the empty text and the 0 of fields that were never set; they are left out where the
/// API's JSON has no such fields.
final class ProtobufBody {

    static final String CONTENT_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final String META = "~apis.meta.v1.";
    private static final Schema SCHEMA = Schema.kubernetes();

    /// Numbers that are no pointers in Go, so that 0 means that nobody said one (`staging/src/k8s.io/api`).
    private static final Set<String> UNSAID_AT_ZERO = Set.of(
            "nodePort",
            "hostPort",
            "minReadySeconds",
            "initialDelaySeconds",
            "timeoutSeconds",
            "periodSeconds",
            "successThreshold",
            "failureThreshold",
            "generation",
            "healthCheckNodePort",
            "observedGeneration",
            "expirationSeconds");

    /// Texts that are pointers in Go and mean something when they are empty.
    private static final Set<String> SAID_WHEN_EMPTY = Set.of("storageClassName", "apiGroup");

    private ProtobufBody() {}

    /// The same as JSON.
    ///
    /// @throws ClusterException 400 if it cannot be read, or has a field that is not known here; 415 if its kind is
    ///     not
    static String json(byte[] body) {
        if (body.length < MAGIC.length || !startsWithMagic(body)) {
            throw Bodies.bad("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }
        byte[] envelope = new byte[body.length - MAGIC.length];
        System.arraycopy(body, MAGIC.length, envelope, 0, envelope.length);
        Map<String, Object> unknown = message("~runtime.Unknown", envelope);
        Map<?, ?> type = unknown.get("typeMeta") instanceof Map<?, ?> map ? map : Map.of();
        String apiVersion = String.valueOf(type.get("apiVersion"));
        String kind = String.valueOf(type.get("kind"));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        byte[] raw = Base64.getDecoder().decode(String.valueOf(unknown.getOrDefault("raw", "")));
        object.putAll(message(messageOf(apiVersion, kind), raw));
        return JsonText.compact(object);
    }

    private static boolean startsWithMagic(byte[] body) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (body[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /// What the message of a kind is called: after its group, up to its first dot, and its version.
    private static String messageOf(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "core" : apiVersion.substring(0, slash).replaceFirst("\\..*", "");
        String name = "." + group + "." + apiVersion.substring(slash + 1) + "." + kind;
        String meta = META + kind;
        return ProtobufMessages.fields(name).isPresent()
                        || ProtobufMessages.fields(meta).isEmpty()
                ? name
                : meta;
    }

    private static Map<String, Object> message(String name, byte[] bytes) {
        Map<Integer, ProtobufMessages.Field> known =
                ProtobufMessages.fields(name).orElseThrow(ProtobufBody::unsupported);
        Optional<SchemaObject> schema = SCHEMA.object(definition(name));
        Map<String, Object> fields = new LinkedHashMap<>();
        for (WireFields.Field sent : WireFields.of(bytes)) {
            ProtobufMessages.Field field = known.get(sent.number());
            if (field == null) {
                throw Bodies.bad(
                        "no field " + sent.number() + " of " + name.substring(1) + " is known in protobuf; send JSON");
            }
            if (field.map()) {
                pair(fields, field, sent);
                continue;
            }
            Object value = value(field, sent.value());
            if (field.list()) {
                list(fields, field.name()).add(value);
            } else if (value instanceof Map<?, ?> inner
                    && schema.isPresent()
                    && schema.get().field(field.name()).isEmpty()) {
                inner.forEach((key, each) -> fields.put(String.valueOf(key), each));
            } else if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    /// What a server says that takes no protobuf for a kind, as of custom ones.
    private static ClusterException unsupported() {
        return new ClusterException(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: application/json,"
                        + " application/yaml");
    }

    /// What the schema of the API's JSON calls a message: where it has no field of that name, what is in the field
    /// stands in its place (`json:",inline"`).
    private static String definition(String message) {
        String rest = message.substring(1);
        return (message.startsWith(".") ? "io.k8s.api." : "io.k8s.apimachinery.pkg.") + rest;
    }

    @SuppressWarnings("unchecked") // made here
    private static List<@Nullable Object> list(Map<String, Object> fields, String name) {
        return (List<@Nullable Object>) fields.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    @SuppressWarnings("unchecked") // made here
    private static void pair(Map<String, Object> fields, ProtobufMessages.Field field, WireFields.Field sent) {
        Map<String, @Nullable Object> map =
                (Map<String, @Nullable Object>) fields.computeIfAbsent(field.name(), _ -> new LinkedHashMap<>());
        String key = "";
        Object value = field.type().equals("string") ? "" : null;
        for (WireFields.Field part : WireFields.of((byte[]) sent.value())) {
            if (part.number() == 1) {
                key = text(part.value());
            } else {
                value = field.type().equals("string") ? text(part.value()) : value(field, part.value());
            }
        }
        map.put(key, value);
    }

    private static @Nullable Object value(ProtobufMessages.Field field, Object sent) {
        return switch (field.type()) {
            case "string" -> {
                String text = text(sent);
                boolean unsaid = text.isEmpty() && !field.list() && !SAID_WHEN_EMPTY.contains(field.name());
                yield unsaid ? null : text;
            }
            case "bool" -> number(sent) != 0;
            case "int" -> number(sent) == 0 && UNSAID_AT_ZERO.contains(field.name()) ? null : number(sent);
            case "double" -> Double.longBitsToDouble(number(sent));
            case "bytes" -> Base64.getEncoder().encodeToString(bytes(sent));
            default -> special(field.type(), bytes(sent));
        };
    }

    /// A message, or what some are in JSON instead.
    private static @Nullable Object special(String type, byte[] bytes) {
        Map<String, Object> fields = message(type, bytes);
        return switch (type) {
            case "~api.resource.Quantity" -> fields.get("string");
            case "~util.intstr.IntOrString" ->
                number(fields.getOrDefault("type", 0L)) == 0
                        ? fields.getOrDefault("intVal", 0L)
                        : fields.getOrDefault("strVal", "");
            case "~apis.meta.v1.Time", "~apis.meta.v1.MicroTime" ->
                fields.isEmpty()
                        ? null
                        : Instant.ofEpochSecond(
                                        number(fields.getOrDefault("seconds", 0L)),
                                        number(fields.getOrDefault("nanos", 0L)))
                                .toString();
            case "~runtime.RawExtension" -> raw(fields.get("raw"));
            case "~apis.meta.v1.FieldsV1" -> raw(fields.get("Raw"));
            case "~apis.meta.v1.Verbs",
                    ".authorization.v1.ExtraValue",
                    ".authentication.v1.ExtraValue",
                    ".certificates.v1.ExtraValue" -> fields.getOrDefault("items", List.of());
            default -> fields;
        };
    }

    private static @Nullable Object raw(@Nullable Object encoded) {
        return encoded == null
                ? null
                : Bodies.map(new String(Base64.getDecoder().decode(String.valueOf(encoded)), StandardCharsets.UTF_8));
    }

    private static String text(Object sent) {
        return new String(bytes(sent), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Object sent) {
        if (sent instanceof byte[] bytes) {
            return bytes;
        }
        throw Bodies.bad("proto: wrong wireType");
    }

    private static long number(Object sent) {
        if (sent instanceof Number number) {
            return number.longValue();
        }
        throw Bodies.bad("proto: wrong wireType");
    }
}

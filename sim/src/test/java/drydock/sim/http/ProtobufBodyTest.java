package drydock.sim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtobufBodyTest {

    /// A field with a length.
    private static byte[] field(int number, byte[]... parts) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            inner.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, (number << 3) | 2);
        varint(out, inner.size());
        out.writeBytes(inner.toByteArray());
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 127) {
            out.write((rest & 127) | 128);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static byte[] text(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(int number, int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, number << 3);
        varint(out, value);
        return out.toByteArray();
    }

    private static byte[] body(String apiVersion, String kind, byte[]... object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'k', '8', 's', 0});
        out.writeBytes(field(1, text(1, apiVersion), text(2, kind)));
        out.writeBytes(field(2, object));
        out.writeBytes(text(3, ""));
        return out.toByteArray();
    }

    @Test
    void aConfigMapHasItsDataAndNothingThatWasNotSaid() {
        byte[] body = body(
                "v1",
                "ConfigMap",
                field(1, text(1, "a"), text(2, ""), text(3, "default"), field(8), number(7, 0)),
                field(2, text(1, "x"), text(2, "1")),
                field(2, text(1, "empty"), text(2, "")));

        assertThat(ProtobufBody.json(body))
                .isEqualTo("{\"apiVersion\":\"v1\",\"data\":{\"empty\":\"\",\"x\":\"1\"},\"kind\":\"ConfigMap\","
                        + "\"metadata\":{\"name\":\"a\",\"namespace\":\"default\"}}");
    }

    @Test
    void whatIsInlineInJsonIsNoFieldOfItsOwn() {
        byte[] volume = field(1, text(1, "v"), field(2, field(2)));
        byte[] port = field(2, number(1, 0), number(2, 80));
        byte[] probe = field(11, field(1, field(2, text(1, "/"), port)), number(2, 0));
        byte[] resources = field(8, field(1, text(1, "cpu"), field(2, text(1, "1"))));
        byte[] body = body("v1", "Pod", field(2, volume, field(2, text(1, "main"), resources, probe)));

        assertThat(ProtobufBody.json(body))
                .contains("\"volumes\":[{\"emptyDir\":{},\"name\":\"v\"}]")
                .contains("\"resources\":{\"limits\":{\"cpu\":\"1\"}}")
                .contains("\"readinessProbe\":{\"httpGet\":{\"path\":\"/\",\"port\":80}}");
    }

    @Test
    void aZeroThatWasSaidIsKept() {
        assertThat(ProtobufBody.json(body("apps/v1", "Deployment", field(2, number(1, 0), number(5, 0)))))
                .contains("\"spec\":{\"replicas\":0}");
    }

    @Test
    void whatIsNotKnownIsRefusedAndNotDropped() {
        assertThatThrownBy(() -> ProtobufBody.json(body("v1", "ConfigMap", text(99, "?"))))
                .hasMessage("no field 99 of core.v1.ConfigMap is known in protobuf; send JSON");
        assertThatThrownBy(() -> ProtobufBody.json(body("example.com/v1", "Thing", text(1, "?"))))
                .hasMessage("the body of the request was in an unknown format - accepted media types include:"
                        + " application/json, application/yaml");
        assertThatThrownBy(() -> ProtobufBody.json("{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("does not appear to be a protobuf message");
        assertThatThrownBy(() -> ProtobufBody.json(new byte[] {'k', '8', 's', 0, 10, 50, 1}))
                .hasMessageStartingWith("proto: ");
    }

    /// So that a client of the version that the simulation follows is understood in full.
    @ParameterizedTest
    @CsvSource({
        "v1, Pod",
        "v1, Service",
        "v1, ConfigMap",
        "v1, Secret",
        "v1, Namespace",
        "v1, ServiceAccount",
        "v1, PersistentVolumeClaim",
        "apps/v1, Deployment",
        "batch/v1, CronJob",
        "networking.k8s.io/v1, Ingress",
        "policy/v1, PodDisruptionBudget",
        "rbac.authorization.k8s.io/v1, ClusterRole",
        "autoscaling/v2, HorizontalPodAutoscaler"
    })
    void everyFieldOfAKindIsKnown(String apiVersion, String kind) {
        List<String> missing = new ArrayList<>();

        look(Schema.kubernetes().kind(apiVersion, kind).orElseThrow(), new ArrayList<>(), missing);

        assertThat(missing).isEmpty();
    }

    private static void look(SchemaObject object, List<String> seen, List<String> missing) {
        String message =
                object.definition().replace("io.k8s.apimachinery.pkg.", "~").replace("io.k8s.api.", ".");
        if (seen.contains(message) || message.startsWith("~api.") || message.startsWith("~util.")) {
            return;
        }
        seen.add(message);
        List<String> known = names(message);
        for (SchemaField field : object.fields()) {
            if (!known.contains(field.name()) && !List.of("apiVersion", "kind").contains(field.name())) {
                missing.add(message + " " + field.name());
            }
            Schema.kubernetes().below(field).ifPresent(below -> look(below, seen, missing));
        }
    }

    /// The fields of a message and of those that are inline in it.
    private static List<String> names(String message) {
        List<String> names = new ArrayList<>();
        ProtobufMessages.fields(message).orElse(Map.of()).values().forEach(field -> {
            names.add(field.name());
            if (!field.list() && !field.map()) {
                ProtobufMessages.fields(field.type()).orElse(Map.of()).values().stream()
                        .map(ProtobufMessages.Field::name)
                        .forEach(names::add);
            }
        });
        return names;
    }
}

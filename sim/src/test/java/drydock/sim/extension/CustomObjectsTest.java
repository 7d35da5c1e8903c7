package drydock.sim.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.manifest.ManifestFile;
import drydock.sim.ControlPlane;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomObjectsTest {

    private final Engine engine = new Engine(3, Instant.parse("2026-01-01T00:00:00Z"));
    private final ApiServer api = new ControlPlane().apply(engine);

    @Test
    void aKindIsServedOnceItsDefinitionIsEstablished() {
        assertThatThrownBy(() -> api.create(shop("size: 1")))
                .hasMessage("the server could not find the requested resource");
        api.create(definition());
        assertThatThrownBy(() -> api.create(shop("size: 1")))
                .hasMessage("the server could not find the requested resource");

        engine.runUntil(1_000_000_000L);

        assertThat(api.create(shop("size: 1")).getMetadata().getUid()).isNotEmpty();
    }

    @Test
    void anObjectIsPrunedAndFilledInByItsSchema() {
        establish();

        GenericKubernetesResource stored =
                (GenericKubernetesResource) api.create(shop("size: 2, unknown: x, open: {any: thing}"));

        assertThat(stored.getAdditionalProperties().get("spec"))
                .isEqualTo(Map.of("size", 2, "colour", "red", "open", Map.of("any", "thing")));
    }

    @Test
    void whatDoesNotFitTheSchemaIsRefusedInTheServersWords() {
        establish();

        assertRefused(
                "size: big",
                "spec.size: Invalid value: \"string\": spec.size in body must be of type integer: " + "\"string\"");
        assertRefused("size: 0", "spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1");
        assertRefused(
                "size: 1, colour: pink",
                "spec.colour: Unsupported value: \"pink\": supported values: \"red\", \"blue\"");
        assertRefused("colour: red", "spec.size: Required value");
        assertRefused(
                "size: 1, code: x1", "spec.code: Invalid value: \"x1\": spec.code in body should match '^[a-z]+$'");
    }

    @Test
    void theStatusIsWrittenApartAndTheGenerationGrowsWithTheSpec() {
        establish();
        HasMetadata made = api.create(read(manifest("size: 1").replace("spec:", "status: {seen: 9}, spec:")));
        assertThat(((GenericKubernetesResource) made).getAdditionalProperties()).doesNotContainKey("status");
        assertThat(made.getMetadata().getGeneration()).isEqualTo(1);

        api.replaceStatus(read(manifest("size: 7").replace("spec:", "status: {seen: 3}, spec:")));
        GenericKubernetesResource changed = (GenericKubernetesResource) api.replace(shop("size: 5"));

        assertThat(changed.getAdditionalProperties().get("status")).isEqualTo(Map.of("seen", 3));
        assertThat(changed.getMetadata().getGeneration()).isEqualTo(2);
    }

    private void establish() {
        api.create(definition());
        engine.runUntil(engine.nowNanos() + 1_000_000_000L);
    }

    private void assertRefused(String spec, String words) {
        assertThatThrownBy(() -> api.create(shop(spec))).hasMessage("Shop.example.com \"corner\" is invalid: " + words);
    }

    private static HasMetadata definition() {
        return read("""
            {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition,
             metadata: {name: shops.example.com},
             spec: {group: example.com, scope: Namespaced,
              names: {kind: Shop, listKind: ShopList, plural: shops, singular: shop},
              versions: [{name: v1, served: true, storage: true, subresources: {status: {}},
               schema: {openAPIV3Schema: {type: object, properties: {
                status: {type: object, properties: {seen: {type: integer}}},
                spec: {type: object, required: [size], properties: {
                 size: {type: integer, minimum: 1},
                 code: {type: string, pattern: '^[a-z]+$'},
                 open: {type: object, x-kubernetes-preserve-unknown-fields: true},
                 colour: {type: string, enum: [red, blue], default: red}}}}}}}]}}\
            """);
    }

    private static HasMetadata shop(String spec) {
        return read(manifest(spec));
    }

    private static String manifest(String spec) {
        return "{apiVersion: example.com/v1, kind: Shop, metadata: {name: corner, namespace: default}, spec: {" + spec
                + "}}";
    }

    private static HasMetadata read(String manifest) {
        return ManifestFile.read("object.yaml", manifest.getBytes(StandardCharsets.UTF_8))
                .documents()
                .getFirst()
                .declared()
                .getFirst()
                .object()
                .orElseThrow();
    }
}

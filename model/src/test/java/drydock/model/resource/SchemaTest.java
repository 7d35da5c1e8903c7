package drydock.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final Schema schema = Schema.kubernetes();

    @Test
    void knowsEveryKindThatDrydockKnowsByName() {
        assertThat(Kinds.all())
                .allSatisfy(kind ->
                        assertThat(schema.kind(kind.apiVersion(), kind.kind())).isPresent());
        assertThat(schema.version()).startsWith("v1.36");
    }

    @Test
    void everyObjectThatAFieldTakesIsDefinedOrFree() {
        var container = schema.object("io.k8s.api.core.v1.Container").orElseThrow();

        assertThat(container.fields())
                .filteredOn(f -> f.type() instanceof FieldType.ObjectOf)
                .allSatisfy(f -> assertThat(schema.object(f.type())).isPresent());
        assertThat(container.field("name"))
                .hasValueSatisfying(f -> assertThat(f.required()).isTrue());
        assertThat(container.field("image"))
                .hasValueSatisfying(f -> assertThat(f.required()).isFalse());
    }

    @Test
    void aFieldIsFoundByItsPath() {
        assertThat(type("spec", "containers", "0", "ports", "2", "protocol"))
                .isEqualTo(new FieldType.Text("", List.of("SCTP", "TCP", "UDP")));
        assertThat(type("spec", "containers", "0", "resources", "limits", "example.com/gpu"))
                .isEqualTo(new FieldType.Amount());
        assertThat(type("metadata", "labels", "a.b/c")).isEqualTo(new FieldType.Text("", List.of()));
        assertThat(type("spec", "containers", "0", "readinessProbe", "httpGet", "port"))
                .isEqualTo(new FieldType.IntOrText());
        assertThat(schema.field("v1", "Pod", List.of("spec", "restart"))).isEmpty();
        assertThat(schema.field("v1", "Pod", List.of("spec", "nodeName", "x"))).isEmpty();
        assertThat(schema.field("example.com/v1", "Pod", List.of("spec"))).isEmpty();
    }

    @Test
    void listsSayHowTheyMerge() {
        var containers =
                schema.field("v1", "Pod", List.of("spec", "containers")).orElseThrow();
        var args = schema.field("v1", "Pod", List.of("spec", "containers", "0", "args"))
                .orElseThrow();

        assertThat(containers.merging().mergeKey()).isEqualTo("name");
        assertThat(containers.merging().mergesItems()).isTrue();
        assertThat(containers.merging().listMapKeys()).containsExactly("name");
        assertThat(args.merging().mergesItems()).isFalse();
    }

    @Test
    void theVersionsOfAKindAreKnown() {
        assertThat(schema.apiVersions("HorizontalPodAutoscaler")).containsExactly("autoscaling/v1", "autoscaling/v2");
        assertThat(schema.apiVersions("Pod")).containsExactly("v1");
        assertThat(schema.hasGroup("apps")).isTrue();
        assertThat(schema.hasGroup("extensions")).isFalse();
    }

    private FieldType type(String... path) {
        return schema.field("v1", "Pod", List.of(path)).orElseThrow().type();
    }
}

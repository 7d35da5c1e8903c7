package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonPathTest {

    private static final Map<String, Object> POD = Map.of(
            "metadata", Map.of("name", "web", "labels", Map.of("app.kubernetes.io/name", "shop")),
            "spec",
                    Map.of(
                            "containers",
                            List.of(Map.of("name", "a", "image", "nginx"), Map.of("name", "b", "image", "alpine"))));

    @Test
    void keysIndexesStarsAndFiltersLeadInwards() {
        assertThat(JsonPath.print("{.metadata.name}", POD)).isEqualTo("web");
        assertThat(JsonPath.print("{.spec.containers[1].name}", POD)).isEqualTo("b");
        assertThat(JsonPath.print("{.spec.containers[-1].name}", POD)).isEqualTo("b");
        assertThat(JsonPath.print("{.spec.containers[*].image}", POD)).isEqualTo("nginx alpine");
        assertThat(JsonPath.print("{.spec.containers[?(@.name==\"b\")].image}", POD))
                .isEqualTo("alpine");
        assertThat(JsonPath.print("{.metadata.labels.app\\.kubernetes\\.io/name}", POD))
                .isEqualTo("shop");
        assertThat(JsonPath.print("{..image}", POD)).isEqualTo("nginx alpine");
    }

    @Test
    void rangesRepeatAndTextStays() {
        assertThat(JsonPath.print("{range .spec.containers[*]}{.name}={.image}{\"\\n\"}{end}!", POD))
                .isEqualTo("a=nginx\nb=alpine\n!");
    }

    @Test
    void whatIsNotThereIsNothing() {
        assertThat(JsonPath.print("{.spec.none[0].x}/", POD)).isEqualTo("/");
    }

    @Test
    void whatIsNoPathIsSaidToBeNone() {
        assertThatThrownBy(() -> JsonPath.print("{.a[}", POD)).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> JsonPath.print("{range .a}", POD)).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> JsonPath.print("{.a", POD)).isInstanceOf(CommandFailure.class);
    }
}

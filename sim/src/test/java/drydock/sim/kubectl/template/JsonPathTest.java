package drydock.sim.kubectl.template;

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
        assertThat(print("{.metadata.name}", POD)).isEqualTo("web");
        assertThat(print("{.spec.containers[1].name}", POD)).isEqualTo("b");
        assertThat(print("{.spec.containers[-1].name}", POD)).isEqualTo("b");
        assertThat(print("{.spec.containers[*].image}", POD)).isEqualTo("nginx alpine");
        assertThat(print("{.spec.containers[?(@.name==\"b\")].image}", POD)).isEqualTo("alpine");
        assertThat(print("{.metadata.labels.app\\.kubernetes\\.io/name}", POD)).isEqualTo("shop");
        assertThat(print("{..image}", POD)).isEqualTo("nginx alpine");
    }

    @Test
    void rangesRepeatAndTextStays() {
        assertThat(print("{range .spec.containers[*]}{.name}={.image}{\"\\n\"}{end}!", POD))
                .isEqualTo("a=nginx\nb=alpine\n!");
    }

    @Test
    void whatIsNotThereIsNothing() {
        assertThat(print("{.spec.none[0].x}/", POD)).isEqualTo("/");
    }

    @Test
    void whatIsNoPathIsSaidToBeNone() {
        assertThatThrownBy(() -> print("{.a[}", POD)).isInstanceOf(BadTemplateException.class);
        assertThatThrownBy(() -> print("{range .a}", POD)).isInstanceOf(BadTemplateException.class);
        assertThatThrownBy(() -> print("{.a", POD)).isInstanceOf(BadTemplateException.class);
    }

    @Test
    void slicesUnionsAndComparisonsChoose() {
        Map<String, Object> list = Map.of(
                "items",
                List.of(
                        Map.of("n", "a", "size", 1L),
                        Map.of("n", "b", "size", 5L, "on", true),
                        Map.of("n", "c", "size", 10L)));

        assertThat(print("{.items[0:2].n}", list)).isEqualTo("a b");
        assertThat(print("{.items[-2:].n}", list)).isEqualTo("b c");
        assertThat(print("{.items[::2].n}", list)).isEqualTo("a c");
        assertThat(print("{.items[0,2].n}", list)).isEqualTo("a c");
        assertThat(print("{.items[0]['n','size']}", list)).isEqualTo("a 1");
        assertThat(print("{.items[?(@.size>=5)].n}", list)).isEqualTo("b c");
        assertThat(print("{.items[?(@.size<10)].n}", list)).isEqualTo("a b");
        assertThat(print("{.items[?(@.on)].n}", list)).isEqualTo("b");
        assertThat(print("{.items[?(@.on==true)].n}", list)).isEqualTo("b");
        assertThat(print("{$.items[0].n}{@.items[1].n}", list)).isEqualTo("ab");
        assertThat(print("{.items..n}", list)).isEqualTo("a b c");
        assertThat(print("{.items[0].*}", Map.of("items", List.of(Map.of("k", "v")))))
                .isEqualTo("v");
    }

    @Test
    void anItemThatAListHasNotIsAnError() {
        assertThatThrownBy(() -> print("{.spec.containers[7].name}", POD))
                .hasMessage("array index out of bounds: index 7, length 2");
    }

    @Test
    void whatIsWrongIsSaidInGosWords() {
        assertThatThrownBy(() -> print("{end}", POD)).hasMessage("not in range, nothing to end");
        assertThatThrownBy(() -> print("{.a", POD)).hasMessage("unclosed action");
        assertThatThrownBy(() -> print("{metadata}", POD)).hasMessage("unrecognized identifier metadata");
        assertThatThrownBy(() -> print("{.a[b]}", POD)).hasMessage("invalid array index b");
        assertThatThrownBy(() -> print("{!}", POD)).hasMessage("unrecognized character in action: U+0021 '!'");
    }

    private static String print(String template, Object root) {
        return PathTemplate.parse(template).print(root);
    }
}

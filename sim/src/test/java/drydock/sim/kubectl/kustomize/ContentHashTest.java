package drydock.sim.kubectl.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The hashes that Kustomize's own tests have (`kustomize/api/hasher/hasher_test.go`).
class ContentHashTest {

    private static String hash(Map<String, Object> data) {
        Map<String, Object> map = new TreeMap<>(Map.of("apiVersion", "v1", "kind", "ConfigMap"));
        if (!data.isEmpty()) {
            map.put("data", data);
        }
        return ContentHash.of(map);
    }

    @Test
    void aMapWithoutDataHasKustomizesHash() {
        assertThat(hash(Map.of())).isEqualTo("6ct58987ht");
    }

    @Test
    void aMapWithOneKeyHasKustomizesHash() {
        assertThat(hash(Map.of("one", ""))).isEqualTo("9g67k2htb6");
    }
}

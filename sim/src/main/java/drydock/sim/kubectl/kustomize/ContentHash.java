package drydock.sim.kubectl.kustomize;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The hash of what a ConfigMap or Secret holds, which stands behind the names of those that are generated
/// (`kustomize/api/hasher/hasher.go`).
final class ContentHash {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LENGTH = 10;

    private ContentHash() {}

    static String of(Map<String, Object> object) {
        Map<String, Object> hashed = new TreeMap<>();
        String kind = Trees.text(object, "kind");
        hashed.put("kind", kind);
        hashed.put("name", Trees.name(object));
        hashed.put("data", object.getOrDefault("data", ""));
        if (kind.equals("Secret")) {
            hashed.put("type", Trees.text(object, "type"));
        }
        for (String more : new String[] {"binaryData", "stringData"}) {
            if (object.get(more) instanceof Map<?, ?> map) {
                hashed.put(more, map);
            }
        }
        return legible(sha256(JSON.writeValueAsBytes(hashed)));
    }

    /// The first digits, so written that they make no words.
    private static String legible(String hex) {
        StringBuilder text = new StringBuilder();
        for (char digit : hex.substring(0, LENGTH).toCharArray()) {
            int odd = "013ae".indexOf(digit);
            text.append(odd < 0 ? digit : "ghkmt".charAt(odd));
        }
        return text.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everywhere) {
            throw new IllegalStateException(everywhere);
        }
    }
}

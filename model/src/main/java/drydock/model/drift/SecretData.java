package drydock.model.drift;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a Secret is written with as text, as the server keeps it.
final class SecretData {

    private SecretData() {}

    /// The Secret with its `stringData` among its `data`, where the server puts it.
    static Map<String, Object> encoded(Map<String, Object> secret) {
        Map<String, Object> result = new LinkedHashMap<>(secret);
        if (result.remove("stringData") instanceof Map<?, ?> texts) {
            Map<String, Object> data = new LinkedHashMap<>(Values.map(result.get("data")));
            texts.forEach((key, text) -> data.put(String.valueOf(key), base64(String.valueOf(text))));
            result.put("data", data);
        }
        return result;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a Secret does not say, and its text as data (`pkg/apis/core/v1/defaults.go`, `conversion.go
/// Convert_v1_Secret_To_core_Secret`).
final class DataDefaults {

    private DataDefaults() {}

    static void fill(Secret secret) {
        if (PodDefaults.isEmpty(secret.getType())) {
            secret.setType("Opaque");
        }
        if (secret.getStringData() != null && !secret.getStringData().isEmpty()) {
            Map<String, String> data = new LinkedHashMap<>();
            if (secret.getData() != null) {
                data.putAll(secret.getData());
            }
            secret.getStringData()
                    .forEach((key, text) ->
                            data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
            secret.setData(data);
            secret.setStringData(null);
        }
    }
}

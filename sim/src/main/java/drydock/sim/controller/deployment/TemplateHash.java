package drydock.sim.controller.deployment;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The text by which the ReplicaSets of a Deployment are told apart: the same for the same template, always
/// (`pkg/controller/controller_utils.go ComputeHash`; its letters are those of generated names).
final class TemplateHash {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int FNV_START = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private TemplateHash() {}

    /// @param collisions how often another template had the hash already; null for never
    static String of(PodTemplateSpec template, @Nullable Integer collisions) {
        String text = JSON.writeValueAsString(ReplicaSets.withoutHash(template))
                + (collisions == null ? "" : collisions.toString());
        int hash = FNV_START;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xFF)) * FNV_PRIME;
        }
        StringBuilder letters = new StringBuilder();
        Integer.toUnsignedString(hash)
                .chars()
                .forEach(digit -> letters.append(LETTERS.charAt(digit % LETTERS.length())));
        return letters.toString();
    }
}

package drydock.sim.controller.workload;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Short names for templates: the same for equal ones (`pkg/controller/controller_utils.go ComputeHash`).
public final class TemplateHash {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int OFFSET = 0x811c9dc5;
    private static final int PRIME = 16777619;

    private TemplateHash() {}

    /// The hash of a template, as it stands in names and labels.
    ///
    /// @param collisions how often the name was taken by another template
    public static String of(Object template, int collisions) {
        String text = JSON.writeValueAsString(template) + (collisions == 0 ? "" : Integer.toString(collisions));
        int hash = OFFSET;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        StringBuilder name = new StringBuilder();
        Integer.toUnsignedString(hash).chars().forEach(c -> name.append(ALPHABET.charAt(c % ALPHABET.length())));
        return name.toString();
    }
}

package drydock.app.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a real API server said of a manifest.
///
/// @param code the HTTP status
/// @param message what it said, empty if it accepts
/// @param fields the fields that it named
record Verdict(int code, String message, Set<String> fields) {

    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int INVALID = 422;

    static Verdict of(int code, String body) {
        if (code == CREATED) {
            return new Verdict(code, "", Set.of());
        }
        JsonNode status = JsonMapper.shared().readTree(body);
        List<String> fields = new ArrayList<>();
        status.path("details")
                .path("causes")
                .forEach(c -> fields.add(c.path("field").asString("")));
        return new Verdict(code, status.path("message").asString(""), new TreeSet<>(fields));
    }

    boolean accepts() {
        return code == CREATED;
    }

    /// Whether it is about the manifest alone. What admission says is about what else the cluster has, and a
    /// conflict, too.
    boolean isOfTheManifest() {
        return accepts() || code == INVALID || code == BAD_REQUEST;
    }

    /// Whether it could read the manifest, and told which of its fields are wrong.
    boolean namesFields() {
        return code == INVALID && !fields.isEmpty();
    }
}

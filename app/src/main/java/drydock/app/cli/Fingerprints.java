package drydock.app.cli;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// What findings are known by again when lines have moved: the rule, the object, the field, and the how many-th of
/// those it is in its file. Not thread-safe.
final class Fingerprints {

    private static final int BYTES = 8;

    private final Map<String, Integer> seen = new HashMap<>();

    String of(Finding finding) {
        String object = finding.object().map(ResourceId::toString).orElse("");
        String what = String.join("\n", finding.file(), finding.rule(), object, finding.field());
        return hash(what) + ":" + seen.merge(what, 1, Integer::sum);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package drydock.sim.kubelet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Identities made from names: the same name has the same one on every node and in every run.
final class Digests {

    private static final int MOST_KNOWN = 1_000;

    private static final Map<String, String> IMAGES = new ConcurrentHashMap<>();

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Digests() {}

    /// 64 hexadecimal digits.
    static String of(String text) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(text, Digests::made);
    }

    /// The id of the image that is called so: the same text each time.
    static String ofImage(String name) {
        if (IMAGES.size() > MOST_KNOWN) {
            IMAGES.clear();
        }
        return IMAGES.computeIfAbsent(name, image -> "sha256:" + of(image));
    }

    private static String made(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

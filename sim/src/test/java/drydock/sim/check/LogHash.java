package drydock.sim.check;

import drydock.sim.store.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// One hash of a whole log: of every change its version, time, author, cause and object, byte for byte.
///
/// As a program it makes runs of one seed (arguments: the seed, how many) and prints each hash with how many runs gave
/// it.
final class LogHash {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogHash() {}

    static String of(List<Change> log) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Change change : log) {
                digest.update(text(change).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String text(Change change) {
        return change.version() + " " + change.atNanos() + " " + change.component() + " " + change.cause() + " "
                + change.object() + " "
                + change.now().map(JSON::writeValueAsString).orElse("gone") + "\n";
    }

    public static void main(String[] arguments) {
        Map<String, Integer> hashes = new TreeMap<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            RandomRun run = new RandomRun(Long.parseLong(arguments[0]));
            List<String> broken = run.run();
            if (!broken.isEmpty()) {
                throw new IllegalStateException(broken.toString());
            }
            hashes.merge(of(run.log()), 1, Integer::sum);
        }
        hashes.forEach((hash, count) -> System.out.println(hash + " " + count));
    }
}

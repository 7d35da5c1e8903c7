package drydock.app.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What files of recordings are called.
public final class RecordingFiles {

    private static final String ENDING = ".drydock-recording";
    private static final String COMPRESSED = ".gz";

    /// How a file chooser knows them.
    public static final List<String> PATTERNS = List.of("*" + ENDING, "*" + ENDING + COMPRESSED);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private RecordingFiles() {}

    /// Whether a file is one, by its name.
    public static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(ENDING) || name.endsWith(ENDING + COMPRESSED);
    }

    /// Whether what is written to a file is to be compressed, by its name.
    static boolean isCompressed(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(COMPRESSED);
    }

    /// A name for a recording of `cluster` that begins at `start`.
    public static String name(String cluster, Instant start, ZoneId zone) {
        String plain = cluster.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        return (plain.isEmpty() ? "cluster" : plain) + "-" + TIME.format(start.atZone(zone)) + ENDING + COMPRESSED;
    }
}

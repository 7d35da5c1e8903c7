package drydock.app.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Where v1.20 and v1.36 are known to decide otherwise, and why: `differences.txt`.
///
/// Each line is a pattern of the mutations it is about (`seed path change`), ` | ` and the reason; `*` is anything.
final class KnownDifferences {

    /// One line.
    record Difference(String line, Pattern mutations) {}

    private final List<Difference> differences = new ArrayList<>();
    private final BitSet met = new BitSet();

    KnownDifferences() throws IOException {
        try (InputStream in = KnownDifferences.class.getResourceAsStream("differences.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        }
    }

    private void add(String line) {
        int bar = line.indexOf(" | ");
        if (bar < 0) {
            throw new IllegalArgumentException("no reason given: " + line);
        }
        String[] parts = line.substring(0, bar).strip().split("\\*", -1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        differences.add(new Difference(line, Pattern.compile(pattern.toString())));
    }

    /// Whether it is known why the versions decide otherwise here.
    boolean explain(Mutation mutation) {
        String text = mutation.toString();
        boolean explained = false;
        for (int i = 0; i < differences.size(); i++) {
            if (differences.get(i).mutations().matcher(text).matches()) {
                met.set(i);
                explained = true;
            }
        }
        return explained;
    }

    /// The lines that explained nothing.
    List<String> idle() {
        List<String> lines = new ArrayList<>();
        for (int i = met.nextClearBit(0); i < differences.size(); i = met.nextClearBit(i + 1)) {
            lines.add(differences.get(i).line());
        }
        return lines;
    }
}

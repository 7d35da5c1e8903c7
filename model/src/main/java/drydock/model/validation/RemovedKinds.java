package drydock.model.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Versions of kinds that Kubernetes no longer serves, or serves only where its administrator wants it
/// (`https://kubernetes.io/docs/reference/using-api/deprecation-guide/`).
final class RemovedKinds {

    private static final String RESOURCE = "removed-kinds.txt";

    private static final Map<String, Removed> ALL = read();

    /// What is different in the version that took the place of another.
    ///
    /// @param name what the advice of it is called
    record Change(String name) {

        /// Nothing but the version.
        static final Change NONE = new Change("same");

        /// The version is still there, but off unless somebody switches it on.
        static final Change OPTIONAL = new Change("optional");
    }

    /// One version of a kind.
    ///
    /// @param gone the release, `30` for 1.30, from which on it is not served
    /// @param replacement the version that took its place; `-` if none did
    record Removed(String apiVersion, String kind, int gone, String replacement, Change change) {

        boolean hasReplacement() {
            return !replacement.equals("-");
        }
    }

    private RemovedKinds() {}

    static Optional<Removed> find(String apiVersion, String kind) {
        return Optional.ofNullable(ALL.get(apiVersion + " " + kind));
    }

    private static Map<String, Removed> read() {
        Map<String, Removed> all = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(RemovedKinds.class.getResourceAsStream(RESOURCE), StandardCharsets.US_ASCII))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.strip().split(" +", -1);
                        for (String kind : parts[1].split(",", -1)) {
                            Change change = new Change(parts[4]);
                            all.put(
                                    parts[0] + " " + kind,
                                    new Removed(parts[0], kind, Integer.parseInt(parts[2]), parts[3], change));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return all;
    }
}

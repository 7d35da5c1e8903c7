package drydock.app.mutation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A valid manifest that mutations are made of.
///
/// @param name the kind, with its place among the seeds of its file
/// @param object its fields, as the API server takes them
record Seed(String name, Map<?, ?> object) {

    private static final List<String> FILES =
            List.of("pods", "workloads", "network", "storage", "config", "core", "access", "extension");

    static List<Seed> all() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = Seed.class.getResourceAsStream("seeds/" + file + ".yaml")) {
                ManifestFile manifest = ManifestFile.read(file + ".yaml", in.readAllBytes());
                for (ManifestDocument document : manifest.documents()) {
                    seeds.add(seed((Map<?, ?>) document.value(FieldPath.ROOT).orElseThrow(), seeds));
                }
            }
        }
        return seeds;
    }

    private static Seed seed(Map<?, ?> object, List<Seed> before) {
        String kind = (String) object.get("kind");
        long again = before.stream().filter(s -> s.kind().equals(kind)).count();
        return new Seed(again == 0 ? kind : kind + (again + 1), object);
    }

    String apiVersion() {
        return (String) object.get("apiVersion");
    }

    String kind() {
        return (String) object.get("kind");
    }

    /// The seed itself.
    Mutation unchanged() {
        return new Mutation(this, FieldPath.ROOT, "unchanged", object);
    }
}

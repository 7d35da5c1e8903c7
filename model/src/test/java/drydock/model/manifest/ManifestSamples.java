package drydock.model.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files of manifests to test with: the ugly ones of these tests, and folders beside the module.
final class ManifestSamples {

    static final Path UGLY = Path.of("src/test/resources/drydock/model/manifest/ugly");
    static final Path PROJECTS = Path.of("../sample-projects");
    static final Path SHARED = Path.of("../../shared");

    private ManifestSamples() {}

    static List<ManifestFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder.toRealPath())) {
            return paths.filter(p -> p.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .map(ManifestSamples::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ManifestFile read(Path path) {
        return ManifestFile.read(path.toString(), bytes(path));
    }
}

package drydock.model.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files of manifests to test with: the ugly ones of these tests, folders beside the module,
/// and what a real cluster took (`DRYDOCK_ORACLE` says where that is, where it is not beside the checkout).
final class ManifestSamples {

    static final Path UGLY = Path.of("src/test/resources/drydock/model/manifest/ugly");
    static final Path PROJECTS = Path.of("../sample-projects");
    static final Path ORACLE = Path.of(System.getenv().getOrDefault("DRYDOCK_ORACLE", "../../shared/oracle"));

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

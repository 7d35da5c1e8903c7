package drydock.app.cli;

import drydock.sim.kubectl.FileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of one folder, for the commands of a script; nothing outside of it can be read.
///
/// @param root the folder
record FolderFiles(Path root) implements FileReader {

    @Override
    public Map<String, String> read(String name) throws IOException {
        Path inside = root.toRealPath();
        Path path = inside.resolve(name);
        if (!Files.exists(path)) {
            throw new IOException("the path \"" + name + "\" does not exist");
        }
        if (!path.toRealPath().startsWith(inside)) {
            throw new IOException("the path \"" + name + "\" leads out of the script's folder");
        }
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(yaml|yml|json)"))
                        .toList()) {
                    texts.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        } else {
            texts.put(name, Files.readString(path));
        }
        return texts;
    }
}

package drydock.sim.run;

import drydock.sim.kubectl.FileReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads files for one command and remembers what they held.
final class ReadFiles implements FileReader {

    private final FileReader files;
    private final Map<String, Map<String, String>> read = new LinkedHashMap<>();

    ReadFiles(FileReader files) {
        this.files = files;
    }

    @Override
    public Map<String, String> read(String name) throws IOException {
        Map<String, String> texts = files.read(name);
        read.put(name, texts);
        return texts;
    }

    Map<String, Map<String, String>> all() {
        return read;
    }

    /// Reads what was read then, whatever the files hold now.
    static FileReader again(Map<String, Map<String, String>> files) {
        return name -> {
            Map<String, String> texts = files.get(name);
            if (texts == null) {
                throw new IOException("the path \"" + name + "\" does not exist");
            }
            return texts;
        };
    }
}

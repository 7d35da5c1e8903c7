package drydock.app.console;

import drydock.app.workspace.Workspace;
import drydock.sim.kubectl.FileReader;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// What commands of the console may read: the project's files, as they are typed at this moment, and no others.
///
/// @param workspace has the project
public record ProjectTexts(Workspace workspace) implements FileReader {

    @Override
    public Map<String, String> read(String name) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        String folder = name.equals(".") ? "" : name.replaceFirst("^\\./", "").replaceFirst("/$", "") + "/";
        workspace.document().project().files().forEach((path, file) -> {
            if (path.startsWith(folder) || path.equals(name.replaceFirst("^\\./", ""))) {
                texts.put(path, file.text());
            }
        });
        if (texts.isEmpty()) {
            throw new IOException("the path \"" + name + "\" does not exist");
        }
        return texts;
    }
}

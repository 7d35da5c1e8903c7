package drydock.sim.kubectl;

import java.io.IOException;
import java.util.Map;

/// Where commands read their files from, so that who runs them decides what they may see.
@FunctionalInterface
public interface FileReader {

    /// The texts that `-f name` means, by their names: one for a file, several for a folder.
    ///
    /// @throws IOException if there is no such file, or it may not be read; the message says so as kubectl does
    Map<String, String> read(String name) throws IOException;

    /// Reads nothing at all.
    FileReader NONE = name -> {
        throw new IOException("the path \"" + name + "\" does not exist");
    };
}

package drydock.app.live;

import java.io.IOException;
import java.nio.file.Path;

/// A file that can be read and is no kubeconfig.
final class NoKubeconfig extends IOException {

    private static final long serialVersionUID = 1;

    /// What it is instead.
    enum Fault {
        EMPTY("it is empty"),
        NO_YAML("it is no YAML"),
        OTHER("it holds something else"),
        NO_CONTEXTS("it has no contexts");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    private final String file;
    private final Fault fault;

    NoKubeconfig(Path file, Fault fault, Throwable cause) {
        super(file + " is no kubeconfig: " + fault.words, cause);
        this.file = file.toString();
        this.fault = fault;
    }

    NoKubeconfig(Path file, Fault fault) {
        super(file + " is no kubeconfig: " + fault.words);
        this.file = file.toString();
        this.fault = fault;
    }

    String file() {
        return file;
    }

    Fault fault() {
        return fault;
    }
}

package drydock.sim.kubectl.text;

import drydock.model.resource.Names;
import java.util.List;

/// A key and what it stands for, as words and files say it that ConfigMaps and Secrets are made of. kubectl and
/// Kustomize read them alike (`kubectl/pkg/util/util.go`, `kubectl/pkg/cmd/util/env_file.go`,
/// `kustomize/api/kv/kv.go`).
public record KeyValue(String key, String value) {

    /// What `key=value` says.
    ///
    /// @throws IllegalArgumentException in kubectl's words if it is no such pair
    public static KeyValue literal(String source) {
        int equals = source.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("invalid literal source " + source + ", expected key=value");
        }
        return new KeyValue(source.substring(0, equals), source.substring(equals + 1));
    }

    /// The key and the path that `key=path` says, or `path`, whose last part is the key then.
    ///
    /// @throws IllegalArgumentException in kubectl's words if it says neither
    public static KeyValue file(String source) {
        int equals = source.indexOf('=');
        String path = source.substring(equals + 1);
        if (equals < 0) {
            return new KeyValue(path.substring(path.lastIndexOf('/') + 1), path);
        }
        String key = source.substring(0, equals);
        if (path.indexOf('=') >= 0) {
            throw new IllegalArgumentException("key names or file paths cannot contain '='");
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key name for file path " + path + " missing");
        }
        if (path.isEmpty()) {
            throw new IllegalArgumentException("file path for key name " + key + " missing");
        }
        return new KeyValue(key, path);
    }

    /// What a file of environment variables says, in its lines that are neither empty nor comments. A key alone
    /// stands for nothing: there is no environment to take its value from.
    ///
    /// @throws IllegalArgumentException in kubectl's words if a variable cannot be called so
    public static List<KeyValue> environment(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .lines()
                .map(String::stripLeading)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(KeyValue::variable)
                .toList();
    }

    private static KeyValue variable(String line) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals);
        List<String> problems = Names.strictEnvironmentNameProblems(key);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is not a valid key name: " + String.join(";", problems));
        }
        return new KeyValue(key, equals < 0 ? "" : line.substring(equals + 1));
    }
}

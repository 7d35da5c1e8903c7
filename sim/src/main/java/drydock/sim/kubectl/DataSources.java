package drydock.sim.kubectl;

import drydock.sim.kubectl.text.KeyValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `--from-literal`, `--from-file` and `--from-env-file` say a ConfigMap or a Secret holds
/// (`kubectl/pkg/cmd/create/create_configmap.go`, `create_secret.go`).
final class DataSources {

    static final List<Flag> FLAGS =
            List.of(Flag.text("--from-literal"), Flag.text("--from-file"), Flag.text("--from-env-file"));

    private final Invocation command;
    private final Map<String, String> data = new LinkedHashMap<>();

    private DataSources(Invocation command) {
        this.command = command;
    }

    /// @throws CommandFailure if a source is none, or two have one key
    static Map<String, String> of(Invocation command) {
        return new DataSources(command).read();
    }

    private Map<String, String> read() {
        List<String> literals = command.arguments().values("--from-literal");
        List<String> files = command.arguments().values("--from-file");
        List<String> environments = command.arguments().values("--from-env-file");
        if (!environments.isEmpty() && !(literals.isEmpty() && files.isEmpty())) {
            throw new CommandFailure("error: from-env-file cannot be combined with from-file or from-literal");
        }
        try {
            literals.stream().map(KeyValue::literal).forEach(this::add);
            files.forEach(this::file);
            environments.forEach(path -> texts(command, path)
                    .values()
                    .forEach(text -> KeyValue.environment(text).forEach(this::add)));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("error: " + wrong.getMessage());
        }
        return data;
    }

    /// `path`, `key=path`, or a folder, each of whose files is one.
    private void file(String source) {
        KeyValue file = KeyValue.file(source);
        Map<String, String> texts = texts(command, file.value());
        texts.forEach((name, text) -> add(
                texts.size() == 1
                        ? new KeyValue(file.key(), text)
                        : new KeyValue(KeyValue.file(name).key(), text)));
    }

    private void add(KeyValue pair) {
        String key = pair.key();
        if (!key.matches("[-._a-zA-Z0-9]+")) {
            throw new CommandFailure(
                    "error: \"" + key + "\" is not a valid key name for a ConfigMap: a valid config key must consist"
                            + " of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                            + " 'KEY_NAME',  or 'key-name', regex used for validation is"
                            + " '[-._a-zA-Z0-9]+')");
        }
        if (data.put(key, pair.value()) != null) {
            throw new CommandFailure(
                    "error: cannot add key \"" + key + "\", another key by that name already exists in Data");
        }
    }

    static Map<String, String> texts(Invocation command, String path) {
        try {
            return command.files().read(path);
        } catch (IOException missing) {
            throw new CommandFailure("error: error reading " + path + ": no such file or directory");
        }
    }
}

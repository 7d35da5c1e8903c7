package drydock.sim.kubectl;

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
        literals.forEach(this::literal);
        files.forEach(this::file);
        environments.forEach(this::environment);
        return data;
    }

    private void literal(String literal) {
        int equals = literal.indexOf('=');
        if (equals < 1) {
            throw new CommandFailure("error: invalid literal source " + literal + ", expected key=value");
        }
        add(literal.substring(0, equals), literal.substring(equals + 1));
    }

    /// `path`, `key=path`, or a folder, each of whose files is one.
    private void file(String source) {
        int equals = source.indexOf('=');
        if (source.indexOf('=', equals + 1) >= 0 && equals >= 0) {
            throw new CommandFailure("error: key names or file paths cannot contain '='");
        }
        String path = source.substring(equals + 1);
        if (equals == 0) {
            throw new CommandFailure("error: key name for file path " + path + " missing");
        }
        if (path.isEmpty()) {
            throw new CommandFailure("error: file path for key name " + source.substring(0, equals) + " missing");
        }
        Map<String, String> texts = texts(command, path);
        texts.forEach((name, text) -> add(
                equals > 0 && texts.size() == 1
                        ? source.substring(0, equals)
                        : name.substring(name.lastIndexOf('/') + 1),
                text));
    }

    /// Lines of `key=value`; others are comments or empty.
    private void environment(String path) {
        texts(command, path)
                .values()
                .forEach(text -> text.lines()
                        .map(String::stripLeading)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(line -> {
                            int equals = line.indexOf('=');
                            add(equals < 0 ? line : line.substring(0, equals), line.substring(equals + 1));
                        }));
    }

    private void add(String key, String value) {
        if (!key.matches("[-._a-zA-Z0-9]+")) {
            throw new CommandFailure(
                    "error: \"" + key + "\" is not a valid key name for a ConfigMap: a valid config key must consist"
                            + " of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                            + " 'KEY_NAME',  or 'key-name', regex used for validation is"
                            + " '[-._a-zA-Z0-9]+')");
        }
        if (data.put(key, value) != null) {
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

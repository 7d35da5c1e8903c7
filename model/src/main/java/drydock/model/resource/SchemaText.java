package drydock.model.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The schema's file, of which each definition is read when it is first asked for.
///
/// The file is JSON with one definition a line, so that finding a definition needs no reading of the others.
final class SchemaText {

    private static final String KINDS = "{\"kinds\":[[";

    private final String version;
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Definition> definitions = new HashMap<>();

    /// One line, and what it says once it was asked. Two threads may both read it, and read the same.
    private static final class Definition {
        private final String text;

        @SuppressWarnings("NullableOptional") // null until it was asked
        private @Nullable Optional<SchemaObject> object;

        Definition(String text) {
            this.text = text;
        }

        Optional<SchemaObject> object(String name) {
            Optional<SchemaObject> known = object;
            if (known == null) {
                known = Optional.of(SchemaReader.read(name, text))
                        .filter(o -> !o.fields().isEmpty());
                object = known;
            }
            return known;
        }
    }

    SchemaText(String text) {
        int line = text.indexOf('\n') + 1;
        this.version = text.substring(0, line).split("\"", -1)[3];
        while (text.startsWith("\"", line)) {
            int end = text.indexOf('\n', line);
            int colon = text.indexOf(':', line);
            add(text.substring(line + 1, colon - 1), text.substring(colon + 1, end));
            line = end + 1;
        }
    }

    /// Adds a definition with its kinds, but not those that every group has, as `DeleteOptions`.
    private void add(String name, String text) {
        definitions.put(name, new Definition(text));
        if (text.startsWith(KINDS) && !name.startsWith("io.k8s.apimachinery.")) {
            String list = text.substring(KINDS.length(), text.indexOf("]]"));
            for (String kind : list.replace("\"", "").split("\\],\\[", -1)) {
                kinds.put(kind.replace(',', '/'), name);
            }
        }
    }

    String version() {
        return version;
    }

    /// The definitions' names by `group/version/kind`.
    Map<String, String> kinds() {
        return kinds;
    }

    /// The definition called `name`; empty if it is not there, or is no object with fields of its own.
    Optional<SchemaObject> object(String name) {
        Definition definition = definitions.get(name);
        return definition == null ? Optional.empty() : definition.object(name);
    }
}

package drydock.sim.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the fields of the API's messages are called and hold, by their numbers (the resource `protobuf-messages.txt`).
final class ProtobufMessages {

    /// A field of a message.
    ///
    /// @param type `string`, `bool`, `int`, `bytes`, `double`, or the name of a message
    record Field(String name, String type, boolean list, boolean map) {}

    private static final class Holder {
        private static final Map<String, Map<Integer, Field>> ALL = read();
    }

    private ProtobufMessages() {}

    /// The fields of a message; empty if it is not known.
    static Optional<Map<Integer, Field>> fields(String message) {
        return Optional.ofNullable(Holder.ALL.get(message));
    }

    private static Map<String, Map<Integer, Field>> read() {
        try (InputStream in =
                Objects.requireNonNull(ProtobufMessages.class.getResourceAsStream("protobuf-messages.txt"))) {
            Map<String, Map<Integer, Field>> all = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(": ");
                        all.put(line.substring(0, colon), fieldsOf(line.substring(colon + 2)));
                    });
            return Map.copyOf(all);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static Map<Integer, Field> fieldsOf(String text) {
        Map<Integer, Field> fields = new HashMap<>();
        for (String field : text.isEmpty() ? new String[0] : text.split("; ", -1)) {
            String[] words = field.split(" ", -1);
            boolean list = words[2].endsWith("[]");
            boolean map = words[2].startsWith("{}");
            String type = words[2].substring(map ? 2 : 0, words[2].length() - (list ? 2 : 0));
            fields.put(Integer.parseInt(words[0]), new Field(words[1], type, list, map));
        }
        return Map.copyOf(fields);
    }
}

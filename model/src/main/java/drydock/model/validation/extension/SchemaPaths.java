package drydock.model.validation.extension;

import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paths that lead through a schema to a field, as `.spec['a-b'].c`
/// (`apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go ValidFieldPath`).
///
/// @param schema where the path leads; empty where that cannot be told here, or the path is none
/// @param problem what is wrong with the path, in the API server's words; empty if nothing is
record SchemaPaths(Optional<Visit> schema, String problem) {

    private static final String NO_FIELD = "does not refer to a valid field";
    private static final String ENDED = "unexpected end of JSON path";

    /// @param indexes whether a place in a list may be named
    static SchemaPaths resolve(Visit from, String path, boolean indexes) {
        List<String> tokens = tokens(path);
        Visit schema = from;
        for (int i = 0; i < tokens.size(); i += 2) {
            String token = tokens.get(i);
            if (!token.equals(".") && !token.equals("[")) {
                return wrong("expected [ or . but got: " + token);
            } else if (i + 1 == tokens.size()) {
                return wrong(ENDED);
            }
            String name = tokens.get(i + 1);
            if (token.equals("[")) {
                boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
                if (!quoted) {
                    return indexes && name.matches("\\d+")
                            ? new SchemaPaths(Optional.empty(), "")
                            : wrong("expected single quoted string but got " + name);
                } else if (i + 2 == tokens.size()) {
                    return wrong(ENDED);
                } else if (!tokens.get(i + 2).equals("]")) {
                    return wrong("expected ] but got " + tokens.get(i + 2));
                }
                name = name.substring(1, name.length() - 1).replace("\\'", "'");
                i++;
            }
            Visit properties = schema.in("properties");
            if (!properties.names().isEmpty()) {
                if (!properties.has(name)) {
                    return wrong(NO_FIELD);
                }
                schema = properties.in(name);
            } else if (schema.has("additionalProperties")) {
                schema = schema.in("additionalProperties");
            } else {
                return wrong(NO_FIELD);
            }
        }
        return new SchemaPaths(Optional.of(schema), "");
    }

    private static SchemaPaths wrong(String problem) {
        return new SchemaPaths(Optional.empty(), problem);
    }

    private static List<String> tokens(String path) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        while (from < path.length()) {
            int end = end(path, from);
            tokens.add(path.substring(from, end));
            from = end;
        }
        return tokens;
    }

    private static int end(String path, int from) {
        char first = path.charAt(from);
        if (".[]".indexOf(first) >= 0) {
            return from + 1;
        }
        for (int i = from + 1; i < path.length(); i++) {
            if (first == '\'' && path.charAt(i) == '\'' && path.charAt(i - 1) != '\\') {
                return i + 1;
            } else if (first != '\'' && ".[]".indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return path.length();
    }
}

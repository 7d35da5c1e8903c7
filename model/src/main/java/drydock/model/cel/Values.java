package drydock.model.cel;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Values as expressions take them.
public final class Values {

    /// Words that are the language's own (`apiserver/pkg/cel/escaping.go`).
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_./-]*");

    /// The value that is not there.
    public static final Object NULL = NullValue.NULL_VALUE;

    private Values() {}

    public static Object bytes(byte[] bytes) {
        return CelByteString.of(bytes);
    }

    /// Whether nothing may be called `word` in an expression.
    public static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    /// How an expression calls a field; empty if it cannot.
    public static Optional<String> fieldName(String name) {
        if (isReserved(name)) {
            return Optional.of("__" + name + "__");
        }
        return NAME.matcher(name).matches()
                ? Optional.of(name.replace("__", "__underscores__")
                        .replace(".", "__dot__")
                        .replace("-", "__dash__")
                        .replace("/", "__slash__"))
                : Optional.empty();
    }

    /// The variables of an expression over an object that is new.
    public static Map<String, Object> ofNew(Object self) {
        return Map.of(Expression.SELF, self);
    }

    /// The variables of an expression over an object that takes the place of another.
    public static Map<String, Object> ofChanged(Object self, Object oldSelf) {
        return Map.of(Expression.SELF, self, Expression.OLD_SELF, oldSelf);
    }
}

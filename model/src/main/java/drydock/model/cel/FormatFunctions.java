package drydock.model.cel;

import static drydock.model.cel.Types.FORMAT;
import static drydock.model.cel.Types.MAYBE_TEXTS;
import static drydock.model.cel.Types.TEXT;

import dev.cel.common.types.OptionalType;
import java.util.List;
import java.util.Optional;

/// Ways in which texts are written (`apiserver/pkg/cel/library/format.go`).
final class FormatFunctions {

    private FormatFunctions() {}

    static void add(FunctionSet functions) {
        NamedFormat.ALL.forEach(format -> functions.constant("format." + format.name(), FORMAT.cel(), () -> format));
        functions.global("format.named", OptionalType.create(FORMAT.cel()), TEXT, FormatFunctions::named);
        functions.member("validate", MAYBE_TEXTS, FORMAT, TEXT, FormatFunctions::problems);
    }

    private static Optional<NamedFormat> named(String name) {
        return NamedFormat.ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst();
    }

    private static Optional<List<String>> problems(NamedFormat format, String text) {
        return Optional.of(format.problems().apply(text)).filter(problems -> !problems.isEmpty());
    }
}

package drydock.app.inspector;

import drydock.model.validation.Fix;
import drydock.model.validation.Severity;
import java.util.List;
import java.util.function.Consumer;

/// What is wrong at a field.
///
/// @param said what is said of it
/// @param fixes what mends it
/// @param make makes a fix
record FieldProblems(List<Said> said, List<Fix> fixes, Consumer<Fix> make) {

    /// One thing that is wrong.
    record Said(Severity severity, String text) {}

    FieldProblems {
        said = List.copyOf(said);
        fixes = List.copyOf(fixes);
    }

    /// An error that no fix mends; nothing if the text is empty.
    static FieldProblems of(String text) {
        return new FieldProblems(
                text.isEmpty() ? List.of() : List.of(new Said(Severity.ERROR, text)), List.of(), _ -> {});
    }
}

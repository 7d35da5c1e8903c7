package drydock.app.inspector;

import drydock.model.validation.Fix;
import java.util.List;
import java.util.function.Consumer;

/// What is wrong at a field.
///
/// @param text a line for each finding
/// @param fixes what mends it
/// @param make makes a fix
record FieldProblems(String text, List<Fix> fixes, Consumer<Fix> make) {

    /// Something that no fix mends.
    static FieldProblems of(String text) {
        return new FieldProblems(text, List.of(), _ -> {});
    }
}

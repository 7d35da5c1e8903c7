package drydock.model.assist;

import drydock.model.resource.FieldType;
import java.util.Optional;

/// One way to go on with a text.
///
/// @param label what is offered
/// @param start where what it replaces begins
/// @param end behind what it replaces
/// @param insert what comes instead; the caret then stands behind it
/// @param source where it comes from
/// @param required whether the API needs it
/// @param definition for a key of the schema: the definition that has the field; else empty
/// @param type for a key of the schema: what values it takes
public record Proposal(
        String label,
        int start,
        int end,
        String insert,
        Source source,
        boolean required,
        String definition,
        Optional<FieldType> type) {

    /// Where a proposal comes from.
    public enum Source {
        /// A field of the schema.
        FIELD,
        /// A value that the schema allows.
        ENUMERATION,
        /// Something that the project has.
        PROJECT
    }
}

package drydock.model.connect;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import java.util.Optional;

/// One end of a line that is drawn.
///
/// @param object the object
/// @param container where the container stands that the line ends at; empty for the object as a whole
public record End(ResourceId object, Optional<FieldPath> container) {

    /// The object as a whole.
    public static End of(ResourceId object) {
        return new End(object, Optional.empty());
    }
}

package drydock.app.drift;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;

/// Where the window shows an object and a field of it.
public interface DriftPlace {

    /// Shows the figure, and of an object of the project the field in the form and in the text.
    ///
    /// @param field the root for the object as a whole
    void reveal(ResourceId object, FieldPath field);
}

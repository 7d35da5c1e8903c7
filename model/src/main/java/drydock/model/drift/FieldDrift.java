package drydock.model.drift;

import drydock.model.manifest.FieldPath;
import java.util.Optional;

/// One field that a manifest and a cluster have otherwise.
///
/// @param side who has it
/// @param path the field in the manifest; of what is only in the cluster the innermost field that the manifest has
/// @param field what it is called, items of lists by their keys: `spec.containers[name=web].image`
/// @param here its value in the manifest, empty if it is not there
/// @param there its value in the cluster, empty if it is not there
public record FieldDrift(Side side, FieldPath path, String field, Optional<Object> here, Optional<Object> there) {

    /// Who has a field.
    public enum Side {
        /// The manifest alone: applying adds it.
        ONLY_HERE,
        /// The cluster alone: applying leaves it, unless the same manager said it before.
        ONLY_THERE,
        /// Both, with different values: applying sets the manifest's.
        DIFFERENT
    }
}

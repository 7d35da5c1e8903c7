package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;

/// An object that a file describes.
///
/// @param file the file's name, as it was found
record Manifest(String file, HasMetadata object) {

    /// What a refusal to create it is told with.
    String creating() {
        return "error when creating \"" + file + "\": ";
    }
}

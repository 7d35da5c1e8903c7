package drydock.app.live.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;

/// What a stream of changes tells.
public sealed interface Change {

    /// An object is there, new or changed.
    record Put(HasMetadata object) implements Change {}

    /// An object is gone; `object` is what it was last.
    record Gone(HasMetadata object) implements Change {}

    /// All changes up to `version` have been told.
    record Bookmark(String version) implements Change {}
}

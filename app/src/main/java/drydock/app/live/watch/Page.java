package drydock.app.live.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/// A page of a list.
///
/// @param version the moment of the server's history that the list shows
/// @param next what the next page is asked with, empty after the last
public record Page(List<HasMetadata> objects, String version, String next) {

    public Page {
        objects = List.copyOf(objects);
    }
}

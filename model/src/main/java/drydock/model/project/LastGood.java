package drydock.model.project;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the objects of one file were before its text was broken.
///
/// @param objects those that the text does not give any more
record LastGood(Map<ResourceId, HasMetadata> objects) {

    static final LastGood NONE = new LastGood(Map.of());

    /// What is to be remembered once `after` has taken the place of `before`. An object is remembered if
    /// its own document does not fit its kind, or if some document cannot be read at all and may be the one
    /// it was in.
    LastGood next(ManifestFile before, ManifestFile after) {
        if (objects.isEmpty() && after.documents().stream().allMatch(LastGood::isGood)) {
            return NONE;
        }
        Set<ResourceId> named = after.documents().stream()
                .flatMap(d -> d.declared().stream())
                .flatMap(d -> d.id().stream())
                .collect(Collectors.toUnmodifiableSet());
        Map<ResourceId, HasMetadata> readable = readable(after);
        boolean unread = after.documents().stream().anyMatch(d -> !d.isReadable());
        Map<ResourceId, HasMetadata> kept = new LinkedHashMap<>(readable(before));
        objects.forEach(kept::putIfAbsent);
        kept.keySet().removeIf(id -> readable.containsKey(id) || !(unread || named.contains(id)));
        return kept.isEmpty() ? NONE : new LastGood(Map.copyOf(kept));
    }

    /// Whether all that the document declares can be read.
    private static boolean isGood(ManifestDocument document) {
        return document.isReadable()
                && document.declared().stream().allMatch(d -> d.object().isPresent());
    }

    private static Map<ResourceId, HasMetadata> readable(ManifestFile file) {
        Map<ResourceId, HasMetadata> objects = new LinkedHashMap<>();
        for (ManifestDocument document : file.documents()) {
            for (DeclaredObject one : document.declared()) {
                one.id().ifPresent(id -> one.object().ifPresent(o -> objects.putIfAbsent(id, o)));
            }
        }
        return objects;
    }
}

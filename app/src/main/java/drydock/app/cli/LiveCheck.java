package drydock.app.cli;

import drydock.model.cluster.ClusterException;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import drydock.model.validation.FindingText;
import drydock.model.validation.Severity;
import drydock.model.validation.live.LiveChanges;
import drydock.model.work.Spread;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Holds manifests against the objects of a live cluster: what it would not let them change. Nothing is changed there.
///
/// @param live gives an object as the cluster has it
/// @param namespace the namespace of what names none
/// @param spread how the questions are asked
record LiveCheck(Function<ResourceId, Optional<HasMetadata>> live, String namespace, Spread spread) {

    private record Place(ManifestFile file, ManifestDocument document, DeclaredObject declared) {}

    /// What is found, in the order of the files.
    List<Finding> findings(Project project) {
        List<Place> places = new ArrayList<>();
        for (ManifestFile file : project.files().values()) {
            for (ManifestDocument document : file.documents()) {
                document.declared().forEach(declared -> places.add(new Place(file, document, declared)));
            }
        }
        List<List<Finding>> found = new ArrayList<>();
        places.forEach(_ -> found.add(List.of()));
        Schema schema = project.schema();
        spread.each(places.size(), i -> found.set(i, findings(schema, places.get(i))));
        return found.stream().flatMap(List::stream).toList();
    }

    /// A kind that no version is known of cannot be asked for.
    private List<Finding> findings(Schema schema, Place place) {
        Optional<ResourceId> id = place.declared()
                .id()
                .filter(i -> Kinds.find(i.group(), i.kind()).isPresent());
        if (id.isEmpty()) {
            return List.of();
        }
        try {
            Optional<HasMetadata> there = live.apply(meant(place, id.get()));
            there.ifPresent(object -> object.getMetadata()
                    .setNamespace(
                            id.get().namespace().isEmpty() ? null : id.get().namespace()));
            return there.map(object ->
                            LiveChanges.check(schema, place.file(), place.document(), place.declared(), object))
                    .orElse(List.of());
        } catch (ClusterException refused) {
            return List.of(unread(place, id.get(), refused));
        }
    }

    /// What the manifest is about in this cluster: who writes no namespace means the context's.
    private ResourceId meant(Place place, ResourceId id) {
        boolean open = !id.namespace().isEmpty()
                && place.document().value(place.declared().path()).orElse(Map.of()) instanceof Map<?, ?> manifest
                && manifest.get("metadata") instanceof Map<?, ?> metadata
                && (metadata.get("namespace") == null
                        || metadata.get("namespace").equals(""));
        return open && !namespace.isEmpty() ? new ResourceId(id.group(), id.kind(), namespace, id.name()) : id;
    }

    private static Finding unread(Place place, ResourceId id, ClusterException refused) {
        FindingText text = new FindingText(
                LiveCheck.class.getPackageName() + ".messages",
                "check.liveNotRead",
                List.of(id.toString(), String.valueOf(refused.getMessage())));
        return Finding.of(
                "live-not-read",
                Severity.WARNING,
                place.file().path(),
                place.document().spanOf(place.declared().path()),
                text);
    }
}

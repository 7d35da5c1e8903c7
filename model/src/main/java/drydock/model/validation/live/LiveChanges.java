package drydock.model.validation.live;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import drydock.model.validation.FindingText;
import drydock.model.validation.Refusal;
import drydock.model.validation.Severity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What applying a manifest to a cluster would change that the API server lets nobody change.
///
/// A field that the manifest does not write stays as it is, so only what is written is compared.
public final class LiveChanges {

    /// The rule's name.
    public static final String RULE = "immutable-field";

    private LiveChanges() {}

    /// The findings for one declared object, each on the path and in the words of the API server.
    ///
    /// @param schema what is known of its kind
    /// @param live the object of the same name, as the cluster has it
    /// @throws IllegalArgumentException if `live` is another object than the declared one
    public static List<Finding> check(
            Schema schema, ManifestFile file, ManifestDocument document, DeclaredObject declared, HasMetadata live) {
        ResourceId id = declared.id().orElseThrow(() -> new IllegalArgumentException("an object without a name"));
        if (!id.equals(ResourceId.of(live))) {
            throw new IllegalArgumentException(id + " is not " + ResourceId.of(live));
        }
        if (!(document.value(declared.path()).orElse(null) instanceof Map<?, ?> wanted)) {
            return List.of();
        }
        Map<?, ?> there = Values.of(live);
        Place place = new Place(file, document, declared, id, wanted, there);
        List<Finding> findings = new ArrayList<>();
        for (Refused refused : ImmutableFields.refused(id.kind(), wanted, there)) {
            findings.add(place.finding(
                    refused.path(),
                    refused.field(),
                    refused.words(),
                    refused.way().key(),
                    List.of(refused.field(), id.kind(), id.name())));
        }
        schema.customKind(String.valueOf(wanted.get("apiVersion")), id.kind())
                .map(kind -> CustomChanges.refused(kind, wanted, there))
                .orElse(List.of())
                .forEach(change -> findings.add(place.finding(
                        change.path(),
                        change.field(),
                        change.words(),
                        "immutable-field.rule",
                        List.of(change.field(), id.kind(), id.name(), change.message()))));
        return List.copyOf(findings);
    }

    /// A declared object beside the one of the cluster.
    private record Place(
            ManifestFile file,
            ManifestDocument document,
            DeclaredObject declared,
            ResourceId id,
            Map<?, ?> wanted,
            Map<?, ?> there) {

        Finding finding(FieldPath path, String field, String words, String key, List<Object> arguments) {
            return new Finding(
                    RULE,
                    Severity.ERROR,
                    declared.id(),
                    path,
                    field,
                    file.path(),
                    document.index(),
                    document.spanOf(declared.path().then(path)),
                    new FindingText(LiveChanges.class.getPackageName() + ".messages", key, arguments),
                    words,
                    AsLive.of(id, path, wanted, there).stream().toList());
        }
    }

    /// What replacing `live` by `wanted` would change that the API server lets nobody change; what `wanted` leaves out
    /// is taken away.
    ///
    /// @param wanted the whole object as JSON has it, with its defaults
    /// @param live the object that is there, likewise
    public static List<Refusal> refusals(String kind, Map<?, ?> wanted, Map<?, ?> live) {
        return ImmutableFields.refusedOfWhole(kind, wanted, live).stream()
                .map(refused -> new Refusal(refused.field(), refused.words()))
                .distinct()
                .toList();
    }
}

package drydock.model.assist;

import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.reference.ReferenceFields;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// What a project has to offer for a field of an object, whether the field is written or not: the same that completion
/// offers in the text.
public final class FieldOffers {

    /// Stands in the field while it is asked what could.
    private static final String ANY = "x";

    private static final Set<String> OFFERED = Set.of(
            "ConfigMapKeySelector.key",
            "SecretKeySelector.key",
            "KeyToPath.key",
            "VolumeMount.name",
            "VolumeDevice.name",
            "PodSpec.nodeSelector",
            "LabelSelectorRequirement.key",
            "LabelSelectorRequirement.values",
            "ServicePort.targetPort",
            "HTTPGetAction.port",
            "TCPSocketAction.port",
            "ServiceBackendPort.name",
            "ServiceBackendPort.number",
            "CrossVersionObjectReference.kind",
            "RoleRef.kind",
            "Subject.kind");

    private static final Set<String> KEYS_OFFERED = Set.of(
            "PodSpec.nodeSelector",
            "ObjectMeta.annotations",
            "ConfigMap.data",
            "ConfigMap.binaryData",
            "Secret.data",
            "Secret.stringData");

    private FieldOffers() {}

    /// Whether a project may have something to offer for a field, which is called as `PodSpec.nodeName`.
    public static boolean areThere(String field) {
        return OFFERED.contains(field)
                || ReferenceFields.isMapOfLabels(field)
                || ReferenceFields.kind(field, "Pod", "").isPresent();
    }

    /// Whether a project may have keys to offer for a map, which is called as `ObjectMeta.labels`.
    public static boolean areThereKeys(String map) {
        return KEYS_OFFERED.contains(map) || ReferenceFields.isMapOfLabels(map);
    }

    /// The values that could be written at `field`: what the schema allows, or names of the project.
    public static List<String> values(Project project, ResourceId object, FieldPath field) {
        return at(project, object, field, (offers, node) -> {
            Optional<TypedNodes.Typed> typed = new TypedNodes(project.schema()).of(node);
            return typed.map(t -> {
                        List<String> names = offers.names(node, t);
                        return names.isEmpty() ? offers.enumeration(node, t) : names;
                    })
                    .orElse(List.of());
        });
    }

    /// The keys that could be written in the map at `field`.
    public static List<String> keys(Project project, ResourceId object, FieldPath field) {
        return at(
                project,
                object,
                field.key(ANY),
                (offers, node) -> node.parent()
                        .flatMap(map -> new TypedNodes(project.schema()).of(map).map(t -> offers.keys(map, t)))
                        .orElse(List.of()));
    }

    private static List<String> at(
            Project project, ResourceId object, FieldPath field, BiFunction<ValueOffers, RoughNode, List<String>> ask) {
        Optional<Declaration> place = project.declarations(object).stream().findFirst();
        if (place.isEmpty()
                || !(new Edit.SetField(object, field, ANY).applyTo(project)
                        instanceof Outcome.Done<Project>(Project asked))) {
            return List.of();
        }
        Optional<ManifestFile> file = asked.file(place.get().path());
        return file.flatMap(f -> {
                    int start = f.documents()
                            .get(place.get().document().index())
                            .spanOf(place.get().inDocument(field))
                            .start();
                    RoughNode document = RoughReader.around(f.text(), start);
                    return switch (CaretPlace.at(document, f.text(), start)) {
                        case CaretPlace.OfValue value -> Optional.of(value.node());
                        case CaretPlace.OfKey _, CaretPlace.Elsewhere _ -> Optional.<RoughNode>empty();
                    };
                })
                .map(node -> ask.apply(new ValueOffers(project.schema(), project), node))
                .orElse(List.of());
    }
}

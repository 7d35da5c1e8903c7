package drydock.model.assist;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Relation;
import drydock.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where what a text names is written.
public final class Definitions {

    /// A place of a file.
    ///
    /// @param path the file's path
    /// @param span the name that stands there
    /// @param object the object it belongs to, if it has a name
    public record Target(String path, TextSpan span, Optional<ResourceId> object) {}

    private static final Set<String> SELECTORS = Set.of(
            "ServiceSpec.selector",
            "ReplicationControllerSpec.selector",
            "LabelSelector.matchLabels",
            "LabelSelector.matchExpressions");

    private final Project project;
    private final ManifestFile file;

    private Definitions(Project project, ManifestFile file) {
        this.project = project;
        this.file = file;
    }

    /// Where what stands at `offset` of `file` leads: to the object it names, to all that a selector chooses, to a
    /// key, a volume or an anchor. None if nothing of the project is meant.
    public static List<Target> at(Project project, ManifestFile file, int offset) {
        RoughNode document = RoughReader.around(file.text(), offset);
        Optional<RoughNode> node = switch (CaretPlace.at(document, file.text(), offset)) {
            case CaretPlace.OfKey place -> place.word();
            case CaretPlace.OfValue place -> Optional.of(place.node());
            case CaretPlace.Elsewhere _ -> Optional.empty();
        };
        return node.map(n -> new Definitions(project, file).of(n, document)).orElse(List.of());
    }

    private List<Target> of(RoughNode node, RoughNode document) {
        if (node.value.startsWith("*")) {
            return anchor(node.value.substring(1), document).stream().toList();
        }
        Optional<TypedNodes.Typed> typed = new TypedNodes(project.schema()).of(node);
        if (typed.isEmpty()) {
            return List.of();
        }
        String qualified = typed.get().qualified();
        Optional<ResourceId> object = NamedObjects.object(node, qualified);
        if (object.isPresent()) {
            return nameOf(object.get());
        }
        Optional<ResourceId> holder = NamedObjects.holderOfKey(node, qualified);
        if (holder.isPresent()) {
            return keyOf(holder.get(), node.value);
        }
        if (qualified.equals("VolumeMount.name") || qualified.equals("VolumeDevice.name")) {
            return NamedObjects.volumes(node).stream()
                    .flatMap(volume -> volume.child("name").stream())
                    .filter(name -> name.value.equals(node.value))
                    .map(name -> target(name.valueStart, name.valueEnd, TypedNodes.idOf(node)))
                    .toList();
        }
        boolean selects = SELECTORS.contains(qualified) || isBelowSelector(node);
        return selects ? selected(node) : List.of();
    }

    private static boolean isBelowSelector(RoughNode node) {
        return Stream.iterate(
                        Optional.of(node),
                        Optional::isPresent,
                        n -> n.orElseThrow().parent())
                .flatMap(Optional::stream)
                .anyMatch(n -> n.name().equals("selector") || n.name().equals("podSelector"));
    }

    private List<Target> selected(RoughNode node) {
        return TypedNodes.idOf(node).stream()
                .flatMap(id -> Topology.of(project.objects()).from(id, Relation.SELECTS).stream())
                .flatMap(edge -> nameOf(edge.to()).stream())
                .toList();
    }

    private List<Target> nameOf(ResourceId id) {
        List<Target> targets = new ArrayList<>();
        for (Declaration place : project.declarations(id)) {
            FieldPath name = place.inDocument(FieldPath.of("metadata", "name"));
            targets.add(new Target(place.path(), place.document().spanOf(name), Optional.of(id)));
        }
        return targets;
    }

    private List<Target> keyOf(ResourceId holder, String key) {
        for (Declaration place : project.declarations(holder)) {
            for (String part : List.of("data", "stringData", "binaryData")) {
                FieldPath field = place.inDocument(FieldPath.of(part, key));
                if (place.document().node(field).isPresent()) {
                    return List.of(new Target(place.path(), place.document().keySpanOf(field), Optional.of(holder)));
                }
            }
        }
        return nameOf(holder);
    }

    private Optional<Target> anchor(String name, RoughNode document) {
        int at = file.text().indexOf("&" + name, document.start());
        return at < 0 ? Optional.empty() : Optional.of(target(at, at + name.length() + 1, Optional.empty()));
    }

    private Target target(int start, int end, Optional<ResourceId> object) {
        int lineStart = RoughReader.lineStart(file.text(), start);
        int line = 1
                + (int) file.text()
                        .substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Target(file.path(), new TextSpan(start, end, line, start - lineStart + 1), object);
    }
}

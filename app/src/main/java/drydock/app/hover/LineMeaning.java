package drydock.app.hover;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.Matches;
import drydock.model.resource.ResourceId;
import drydock.model.topology.ObjectReferences;
import drydock.model.topology.Relation;
import drydock.render.scene.FigureId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/// What a line of the canvas means, as a sentence: "Service web selects 3 Pods by app=web".
final class LineMeaning {

    private final Messages messages = Messages.of(LineMeaning.class);
    private final Workspace workspace;

    LineMeaning(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The sentence; empty for lines that say nothing more than that they are there.
    Optional<String> of(FigureId.Edge line) {
        String from = name(line.from());
        String to = name(line.to());
        return switch (line.relation()) {
            case "selects" -> selects(line.from(), from);
            case "owns" -> Optional.of(messages.get("hover.owns", from, to));
            case "endpoint_ready" -> Optional.of(messages.get("hover.sends", from, to));
            case "endpoint_not_ready" -> Optional.of(messages.get("hover.notReady", from, to));
            case "uses" ->
                relation(line.from(), line.to()).map(relation -> messages.get("hover.relation." + relation, from, to));
            default -> Optional.empty();
        };
    }

    private Optional<String> selects(ResourceId id, String from) {
        Matches matches = Matches.of(objects(), id);
        return matches.selector().map(selector -> messages.get("hover.selects", from, matches.pods(), selector));
    }

    private Optional<Relation> relation(ResourceId from, ResourceId to) {
        return object(from).stream()
                .flatMap(object -> ObjectReferences.of(from, object).stream())
                .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
                .map(edge -> edge.relation())
                .findFirst();
    }

    private Optional<HasMetadata> object(ResourceId id) {
        return workspace
                .session()
                .flatMap(session -> session.observed().find(id))
                .or(() -> workspace.document().project().find(id));
    }

    /// What is looked at: the cluster's objects, or the project's where there is no cluster.
    private List<HasMetadata> objects() {
        return workspace
                .session()
                .map(session -> List.copyOf(session.observed().objects()))
                .orElseGet(() -> workspace.document().project().lastGoodObjects());
    }

    private static String name(ResourceId id) {
        return id.kind() + " " + id.name();
    }
}

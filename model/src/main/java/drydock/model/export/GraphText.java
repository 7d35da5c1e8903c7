package drydock.model.export;

import drydock.model.resource.ResourceId;
import drydock.model.topology.Edge;
import drydock.model.topology.Relation;
import drydock.model.topology.Topology;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The graph of objects as text: for Mermaid (https://mermaid.js.org/syntax/flowchart.html) or Graphviz
/// (https://graphviz.org/doc/info/lang.html). Nodes are numbered, so no name can be mistaken for syntax.
public final class GraphText {

    private final List<ResourceId> objects;
    private final Map<ResourceId, String> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    private GraphText(Topology topology, Collection<ResourceId> objects) {
        this.objects = List.copyOf(new LinkedHashSet<>(objects));
        this.objects.forEach(id -> nodes.put(id, "n" + nodes.size()));
        topology.graph().edgeSet().stream()
                .filter(edge -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.to()))
                .forEach(edges::add);
    }

    /// The objects and what lies between them as a Mermaid flowchart, in a box for each namespace.
    public static String mermaid(Topology topology, Collection<ResourceId> objects) {
        GraphText graph = new GraphText(topology, objects);
        StringBuilder text = new StringBuilder("flowchart LR\n");
        graph.namespaces().forEach((namespace, ids) -> {
            String indent = namespace.isEmpty() ? "  " : "    ";
            if (!namespace.isEmpty()) {
                text.append("  subgraph %s_box[\"%s\"]\n"
                        .formatted(graph.nodes.get(ids.getFirst()), forMermaid(namespace)));
            }
            for (ResourceId id : ids) {
                text.append("%s%s[\"%s<br/>%s\"]\n"
                        .formatted(indent, graph.nodes.get(id), forMermaid(id.kind()), forMermaid(id.name())));
            }
            if (!namespace.isEmpty()) {
                text.append("  end\n");
            }
        });
        graph.edges.forEach(edge -> text.append("  %s %s|%s| %s\n"
                .formatted(
                        graph.nodes.get(edge.from()),
                        isDashed(edge) ? "-.->" : "-->",
                        label(edge),
                        graph.nodes.get(edge.to()))));
        return text.toString();
    }

    /// The objects and what lies between them in Graphviz' language, in a cluster for each namespace.
    public static String dot(Topology topology, Collection<ResourceId> objects) {
        GraphText graph = new GraphText(topology, objects);
        StringBuilder text =
                new StringBuilder("digraph project {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
        graph.namespaces().forEach((namespace, ids) -> {
            String indent = namespace.isEmpty() ? "  " : "    ";
            if (!namespace.isEmpty()) {
                text.append("  subgraph cluster_%s {\n    label=\"%s\";\n"
                        .formatted(graph.nodes.get(ids.getFirst()), forDot(namespace)));
            }
            for (ResourceId id : ids) {
                text.append("%s%s [label=\"%s\\n%s\"];\n"
                        .formatted(indent, graph.nodes.get(id), forDot(id.kind()), forDot(id.name())));
            }
            if (!namespace.isEmpty()) {
                text.append("  }\n");
            }
        });
        graph.edges.forEach(edge -> text.append("  %s -> %s [label=\"%s\"%s];\n"
                .formatted(
                        graph.nodes.get(edge.from()),
                        graph.nodes.get(edge.to()),
                        label(edge),
                        isDashed(edge) ? ", style=dashed" : "")));
        return text.append("}\n").toString();
    }

    private Map<String, List<ResourceId>> namespaces() {
        Map<String, List<ResourceId>> byNamespace = new LinkedHashMap<>();
        objects.forEach(id -> byNamespace
                .computeIfAbsent(id.namespace(), _ -> new java.util.ArrayList<>())
                .add(id));
        return byNamespace;
    }

    private static boolean isDashed(Edge edge) {
        return edge.relation() == Relation.SELECTS;
    }

    private static String label(Edge edge) {
        return edge.relation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String forDot(String name) {
        return plain(
                name, character -> character.equals("\"") || character.equals("\\") ? "\\" + character : character);
    }

    /// Everything but letters, digits and a few signs as a character's number, as Mermaid writes it.
    private static String forMermaid(String name) {
        return plain(
                name,
                character -> Character.isLetterOrDigit(character.codePointAt(0)) || "-._: ".contains(character)
                        ? character
                        : "#" + character.codePointAt(0) + ";");
    }

    /// Without control characters, each other character as `written` gives it.
    private static String plain(String name, UnaryOperator<String> written) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .mapToObj(Character::toString)
                .map(written)
                .forEach(text::append);
        return text.toString();
    }
}

package drydock.model.manifest;

import com.fasterxml.jackson.annotation.Nulls;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.model.jackson.GoCompatibilityModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes fabric8's objects of a document's values.
final class ObjectReader {

    /// Made when it is needed. Null in a list or a map is read as Go reads it: as an object without fields, as an
    /// empty text.
    private static final class Jackson {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .addModule(new GoCompatibilityModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.AS_EMPTY))
                .build();
    }

    private final List<DeclaredObject> objects = new ArrayList<>();
    private final List<TextProblem> problems = new ArrayList<>();

    /// What a document declares.
    ///
    /// @param objects itself, or the items of its list
    record Declared(List<DeclaredObject> objects, List<TextProblem> problems) {}

    private ObjectReader() {}

    static Declared read(YamlNode root) {
        ObjectReader reader = new ObjectReader();
        YamlNode value = root.resolved();
        if (!(value instanceof Scalar scalar && scalar.value() == null)) {
            ObjectLists.of(value).forEach(placed -> reader.object(placed.node(), placed.path()));
        }
        return new Declared(List.copyOf(reader.objects), List.copyOf(reader.problems));
    }

    private void object(YamlNode node, FieldPath path) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(new TextProblem("manifest-not-object", node.span(), ProblemText.of("notAnObject"), path));
            objects.add(new DeclaredObject(path, Optional.empty(), Optional.empty(), Optional.empty()));
            return;
        }
        Optional<String> apiVersion = required(mapping, "apiVersion", path);
        Optional<String> kind = required(mapping, "kind", path);
        Optional<Class<? extends HasMetadata>> type = apiVersion.flatMap(a -> kind.map(k -> ModelClasses.of(a, k)));
        Optional<HasMetadata> object = type.flatMap(t -> convert(mapping, path, t));
        Optional<ResourceId> id = apiVersion.flatMap(a -> kind.flatMap(k -> id(mapping, a, k)));
        Optional<HasMetadata> fitting = object.or(() -> type.flatMap(t -> FittingFields.of(mapping, t)));
        objects.add(new DeclaredObject(path, id, object, fitting));
    }

    private Optional<String> required(Mapping mapping, String name, FieldPath path) {
        Optional<String> text = text(mapping, name).filter(t -> !t.isEmpty() && !t.endsWith("/"));
        if (text.isEmpty()) {
            TextSpan place = mapping.entry(name)
                    .map(e -> e.value().span())
                    .orElseGet(() -> mapping.entries().isEmpty()
                            ? mapping.span()
                            : mapping.entries().getFirst().key().span());
            problems.add(new TextProblem("manifest-kind", place, ProblemText.of("required", name), path.key(name)));
        }
        return text;
    }

    private static Optional<ResourceId> id(Mapping mapping, String apiVersion, String kind) {
        if (!(mapping.get("metadata").map(YamlNode::resolved).orElse(null) instanceof Mapping metadata)) {
            return Optional.empty();
        }
        String namespace = text(metadata, "namespace").filter(n -> !n.isEmpty()).orElse(ResourceId.DEFAULT_NAMESPACE);
        return text(metadata, "name")
                .filter(name -> !name.isEmpty())
                .map(name -> ResourceId.of(Kinds.of(apiVersion, kind), namespace, name));
    }

    private static Optional<String> text(Mapping mapping, String name) {
        return mapping.get(name)
                .map(YamlNode::resolved)
                .map(node -> node instanceof Scalar scalar && scalar.value() instanceof String text ? text : null);
    }

    private Optional<HasMetadata> convert(Mapping mapping, FieldPath path, Class<? extends HasMetadata> type) {
        Optional<HasMetadata> simple = SimpleObjects.read(mapping, type);
        if (simple.isPresent()) {
            return simple;
        }
        try {
            return Optional.of(read(mapping, type));
        } catch (JacksonException e) {
            FieldPath inside = pathOf(e);
            TextSpan place = new NodePath(mapping).nearest(inside).span();
            problems.add(new TextProblem("object-type", place, message(e, inside), path.then(inside)));
            return Optional.empty();
        }
    }

    /// What Jackson makes of the values.
    static HasMetadata read(Mapping mapping, Class<? extends HasMetadata> type) {
        return Jackson.MAPPER.readValue(NodeTokens.ofObject(mapping, Jackson.MAPPER._deserializationContext()), type);
    }

    /// The values as JSON.
    static JsonNode tree(Mapping mapping) {
        return Jackson.MAPPER.readTree(NodeTokens.ofObject(mapping, Jackson.MAPPER._deserializationContext()));
    }

    /// What Jackson makes of JSON.
    static HasMetadata read(JsonNode json, Class<? extends HasMetadata> type) {
        return Jackson.MAPPER.treeToValue(json, type);
    }

    /// Where the field is that could not be read.
    static FieldPath pathOf(JacksonException error) {
        FieldPath path = FieldPath.ROOT;
        for (JacksonException.Reference step : error.getPath()) {
            String name = step.getPropertyName();
            path = name == null ? path.index(Math.max(0, step.getIndex())) : path.key(name);
        }
        return path;
    }

    private static ProblemText message(JacksonException error, FieldPath field) {
        String wanted = error instanceof DatabindException d
                        && d instanceof tools.jackson.databind.exc.MismatchedInputException m
                        && m.getTargetType() != null
                ? m.getTargetType().getSimpleName()
                : "";
        return wanted.isEmpty()
                ? ProblemText.of("misfit", field, error.getOriginalMessage())
                : ProblemText.of("type", field, wanted);
    }
}

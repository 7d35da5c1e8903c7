package drydock.model.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The shape of the Kubernetes API as an API server publishes it: which fields each kind has and what they
/// take.
///
/// **Read when first asked for**, and of that only the definitions that are asked for. **Custom kinds**: a project's
/// own CustomResourceDefinitions add theirs ([#with]).
public final class Schema {

    private static final String RESOURCE = "kubernetes-1.36.json";

    private static final class Built {
        private static final Schema KUBERNETES = new Schema(read(), CustomKinds.NONE);
    }

    private final SchemaText content;

    private final CustomKinds custom;

    private Schema(SchemaText content, CustomKinds custom) {
        this.content = content;
        this.custom = custom;
    }

    /// The schema of the version of Kubernetes that Drydock follows.
    public static Schema kubernetes() {
        return Built.KUBERNETES;
    }

    /// The schema with the kinds that CustomResourceDefinitions declare beside its own.
    ///
    /// @param definitions what is written of each
    public Schema with(Collection<? extends Map<?, ?>> definitions) {
        return definitions.isEmpty() ? this : new Schema(content, new CustomKinds(definitions));
    }

    private static SchemaText read() {
        try (InputStream in = Schema.class.getResourceAsStream(RESOURCE)) {
            return new SchemaText(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /// The version of Kubernetes, as `v1.36.2`.
    public String version() {
        return content.version();
    }

    /// The definition of a kind; empty for one that is not part of Kubernetes.
    public Optional<SchemaObject> kind(String apiVersion, String kind) {
        String group = apiVersion.indexOf('/') < 0 ? "/" + apiVersion : apiVersion;
        String name = group + "/" + kind;
        return Optional.ofNullable(
                        content.kinds().getOrDefault(name, custom.kinds().get(name)))
                .flatMap(this::object);
    }

    /// A kind as a CustomResourceDefinition declares it; empty if none does.
    public Optional<CustomKind> customKind(String apiVersion, String kind) {
        return Optional.ofNullable(custom.version(apiVersion, kind));
    }

    /// The versions in which a CustomResourceDefinition has a kind served, as `apiVersion` writes them.
    public List<String> customVersions(String group, String kind) {
        return custom.served(group, kind);
    }

    /// Whether Kubernetes has a kind of this group (empty for the core group), in any version.
    public boolean hasGroup(String group) {
        return content.kinds().keySet().stream().anyMatch(k -> k.startsWith(group + "/"));
    }

    /// The versions in which Kubernetes has a kind, as `apiVersion` writes them.
    public List<String> apiVersions(String kind) {
        return Stream.concat(content.kinds().keySet().stream(), custom.kinds().keySet().stream())
                .filter(k -> k.endsWith("/" + kind))
                .map(k -> k.substring(k.startsWith("/") ? 1 : 0, k.lastIndexOf('/')))
                .sorted()
                .toList();
    }

    /// Whether a definition is one of Kubernetes itself, not of a custom kind.
    public boolean isOwn(String definition) {
        return content.object(definition).isPresent();
    }

    /// The definition called `definition`, as [FieldType.ObjectOf] names it.
    public Optional<SchemaObject> object(String definition) {
        Optional<SchemaObject> own = content.object(definition);
        return own.isPresent() ? own : custom.object(definition);
    }

    /// The definition of the objects that `type` takes; empty if it takes none, or any.
    public Optional<SchemaObject> object(FieldType type) {
        return type instanceof FieldType.ObjectOf(String definition) ? object(definition) : Optional.empty();
    }

    /// The definition of the objects that stand in `field`, or in the list in it; empty if there are none, or any.
    public Optional<SchemaObject> below(SchemaField field) {
        return object(field.type() instanceof FieldType.ListOf(FieldType items) ? items : field.type());
    }

    /// The field at `path` of a kind: names of fields, keys of maps, positions in lists.
    ///
    /// @return the last named field, with the type of what stands at `path`: of `spec.ports` the list, of
    ///   `spec.ports.0` what its items are; empty if the kind has no such field
    public Optional<SchemaField> field(String apiVersion, String kind, List<String> path) {
        return kind(apiVersion, kind).flatMap(object -> field(object, path));
    }

    /// The field at `path` below `object`.
    public Optional<SchemaField> field(SchemaObject object, List<String> path) {
        FieldType type = new FieldType.ObjectOf(object.definition());
        SchemaField field = new SchemaField("", type, false, SchemaField.Merging.USUAL);
        for (String step : path) {
            Optional<SchemaField> inner = inside(field, step);
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            field = inner.get();
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    private Optional<SchemaField> inside(SchemaField field, String step) {
        return switch (field.type()) {
            case FieldType.ObjectOf(String definition) -> object(definition).flatMap(o -> o.field(step));
            case FieldType.ListOf(FieldType items) -> Optional.of(element(field, items));
            case FieldType.MapOf(FieldType values) -> Optional.of(element(field, values));
            case FieldType.Anything _ -> Optional.of(element(field, field.type()));
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _ -> Optional.empty();
        };
    }

    private static SchemaField element(SchemaField of, FieldType type) {
        return new SchemaField(of.name(), type, false, SchemaField.Merging.USUAL);
    }
}

package drydock.model.validation;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.YamlNode;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One object of the schema in one manifest, as a rule sees it: its fields, and a place to tell what is
/// wrong.
///
/// A field whose value is null counts as not there, as in the API.
public final class Visit {

    private final VisitedManifest manifest;
    private final Visit top;
    private final FieldPath path;
    private final Map<String, YamlNode> fields;

    /// What stands in this object, as far as somebody asked: many rules ask for the same.
    private @Nullable Seen seen;

    /// @param asItems whether the items of the field's list are meant, and not what stands there itself
    private record Seen(
            String field,
            boolean asItems,
            List<Visit> visits,
            @Nullable Seen before) {}

    private Visit(VisitedManifest manifest, @Nullable Visit top, FieldPath path, Map<String, YamlNode> fields) {
        this.manifest = manifest;
        this.top = top == null ? this : top;
        this.path = path;
        this.fields = fields;
    }

    /// What stands at the root of a manifest.
    static Visit root(VisitedManifest manifest) {
        return new Visit(manifest, null, FieldPath.ROOT, manifest.fields());
    }

    /// An object that stands at `where` in the same manifest.
    Visit at(FieldPath where, Map<String, YamlNode> itsFields) {
        return new Visit(manifest, top, where, itsFields);
    }

    Map<String, YamlNode> fields() {
        return fields;
    }

    /// The kind of the whole manifest.
    public String kind() {
        return manifest.kind();
    }

    /// What the manifest declares; empty if it has no name.
    public Optional<ResourceId> id() {
        return manifest.id();
    }

    /// The version of Kubernetes that the manifest is meant for.
    public KubernetesVersion version() {
        return manifest.version();
    }

    /// Where the visited object stands in the manifest.
    public FieldPath path() {
        return path;
    }

    /// The whole manifest.
    public Visit top() {
        return top;
    }

    public boolean has(String field) {
        YamlNode node = fields.get(field);
        return node != null && !(node.resolved() instanceof YamlNode.Scalar scalar && scalar.value() == null);
    }

    /// How the API server writes the path of `field` here.
    String called(String field) {
        return manifest.field(path.key(field));
    }

    /// How the API server writes the path of what stands at `where` in the manifest.
    public String called(FieldPath where) {
        return manifest.field(where);
    }

    /// The names of the fields that are there.
    public List<String> names() {
        return fields.keySet().stream().filter(this::has).toList();
    }

    /// The value of `field` as the API server takes it; null if it is not there.
    public @Nullable Object value(String field) {
        YamlNode node = fields.get(field);
        return node == null ? null : node.value();
    }

    /// The string at `field`; empty if it is not there or of another type.
    public Optional<String> text(String field) {
        return single(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// The string at `field`; the empty one if it is not there or of another type.
    public String textOrEmpty(String field) {
        return single(field) instanceof String text ? text : "";
    }

    /// The single value at `field`; null if it is not there, or a list or an object.
    private @Nullable Object single(String field) {
        YamlNode node = fields.get(field);
        return node != null && node.resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : null;
    }

    /// The strings in the list at `field`, the empty one for what is none.
    public List<String> list(String field) {
        if (fields.get(field) == null || !(fields.get(field).resolved() instanceof YamlNode.Sequence list)) {
            return List.of();
        }
        return list.items().stream()
                .map(YamlNode::resolved)
                .map(item ->
                        item instanceof YamlNode.Scalar scalar && scalar.value() instanceof String text ? text : "")
                .toList();
    }

    /// Whether something was already told of what stands at `where` or below it. What stands deeper is
    /// looked at before what it stands in.
    public boolean isRefused(FieldPath where) {
        return manifest.reports().stream().anyMatch(report -> report.refuses(where));
    }

    /// Whether the field at `where` itself is none or cannot be read, so that nobody can look at it.
    public boolean isUnread(FieldPath where) {
        return manifest.reports().stream()
                .anyMatch(report -> report.isReading() && report.issue().path().equals(where));
    }

    /// Whether what stands at `where` is wrong though its fields can be read: an unknown field is none to the API
    /// server.
    public boolean isInvalid(FieldPath where) {
        return manifest.reports().stream().anyMatch(report -> report.refuses(where) && !report.isOfUnknownField());
    }

    /// The whole number at `field`; empty if it is not there or of another type.
    public OptionalLong number(String field) {
        Object value = single(field);
        return value instanceof Integer || value instanceof Long
                ? OptionalLong.of(((Number) value).longValue())
                : OptionalLong.empty();
    }

    /// Whether `field` is there and true.
    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(single(field));
    }

    /// The object at `field`; one without fields if it is not there or of another type.
    public Visit in(String field) {
        List<Visit> known = known(field, false);
        if (known == null) {
            known = List.of(inside(path.key(field), fields.get(field)));
            seen = new Seen(field, false, known, seen);
        }
        return known.getFirst();
    }

    /// The objects in the list at `field`; those that are none have no fields.
    public List<Visit> each(String field) {
        YamlNode node = fields.get(field);
        if (node == null || !(node.resolved() instanceof YamlNode.Sequence list)) {
            return List.of();
        }
        List<Visit> known = known(field, true);
        if (known == null) {
            known = items(path.key(field), list.items());
            seen = new Seen(field, true, known, seen);
        }
        return known;
    }

    private List<Visit> items(FieldPath at, List<YamlNode> nodes) {
        List<Visit> visits = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            visits.add(inside(at.index(i), nodes.get(i)));
        }
        return Collections.unmodifiableList(visits);
    }

    private @Nullable List<Visit> known(String field, boolean asItems) {
        for (Seen known = seen; known != null; known = known.before()) {
            if (known.asItems() == asItems && known.field().equals(field)) {
                return known.visits();
            }
        }
        return null;
    }

    private Visit inside(FieldPath at, @Nullable YamlNode node) {
        return at(
                at, node != null && node.resolved() instanceof YamlNode.Mapping mapping ? mapping.fields() : Map.of());
    }

    /// The strings in the map at `field`; other values are left out.
    public Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields.get(field) != null && fields.get(field).resolved() instanceof YamlNode.Mapping mapping) {
            mapping.fields().forEach((key, node) -> {
                if (node.resolved() instanceof YamlNode.Scalar scalar && scalar.value() instanceof String text) {
                    texts.put(key, text);
                }
            });
        }
        return texts;
    }

    /// The edit that sets `field` here; empty if the object has no name to find it by.
    public Optional<Edit> setting(String field, Object value) {
        return manifest.id().map(id -> new Edit.SetField(id, path.key(field), value));
    }

    /// The edit that sets what stands at `where` in the manifest; empty if the object has no name to find it
    /// by.
    public Optional<Edit> settingAt(FieldPath where, Object value) {
        return manifest.id().map(id -> new Edit.SetField(id, where, value));
    }

    /// The edit that takes `field` away here; empty if the object has no name to find it by.
    public Optional<Edit> removing(String field) {
        return manifest.id().map(id -> new Edit.RemoveField(id, path.key(field)));
    }

    /// The edit that gives `field` here the name `name`; empty if the object has no name to find it by.
    public Optional<Edit> renaming(String field, String name) {
        return manifest.id().map(id -> new Edit.RenameField(id, path.key(field), name));
    }

    /// Tells that the API server refuses the value of `field`.
    public Report error(String rule, String field, String key, Object... arguments) {
        return error(rule, path.key(field), key, arguments);
    }

    /// Tells that the API server refuses what stands at `where` in the manifest.
    public Report error(String rule, FieldPath where, String key, Object... arguments) {
        return manifest.tell(
                rule, Severity.ERROR, where, manifest.field(where), Issue.Place.VALUE, manifest.text(key, arguments));
    }

    /// Tells that the API server refuses what stands at `where`, which it calls `field` though no such path
    /// is there.
    public Report errorCalled(String field, String rule, FieldPath where, String key, Object... arguments) {
        return manifest.tell(rule, Severity.ERROR, where, field, Issue.Place.VALUE, manifest.text(key, arguments));
    }

    /// The same, where what the API server calls it is written as a path is.
    public Report errorCalled(FieldPath called, String rule, FieldPath where, String key, Object... arguments) {
        return errorCalled(called.toString(), rule, where, key, arguments);
    }

    /// Tells that the API server refuses the key of what stands at `where` in the manifest.
    public Report errorAtKey(String rule, FieldPath where, String key, Object... arguments) {
        return manifest.tell(
                rule, Severity.ERROR, where, manifest.field(where), Issue.Place.KEY, manifest.text(key, arguments));
    }

    /// Tells of the value of `field` what the API server accepts, and what hardly does what is meant.
    public Report warning(String rule, String field, String key, Object... arguments) {
        return told(Severity.WARNING, rule, path.key(field), key, arguments);
    }

    /// Tells of the value of `field` that there is a better way.
    public Report advice(String rule, String field, String key, Object... arguments) {
        return told(Severity.ADVICE, rule, path.key(field), key, arguments);
    }

    /// Tells something of what stands at `where` in the manifest.
    public Report told(Severity severity, String rule, FieldPath where, String key, Object... arguments) {
        return manifest.tell(
                rule, severity, where, manifest.field(where), Issue.Place.VALUE, manifest.text(key, arguments));
    }
}

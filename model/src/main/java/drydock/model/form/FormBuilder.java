package drydock.model.form;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.FieldType;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the form of an object from its kind, what is written, and which further fields were asked for.
///
/// Where no schema tells, as in a custom resource, what is written tells of what type a field is.
public final class FormBuilder {

    private static final FieldType ANY = new FieldType.Anything();

    private final Schema schema;
    private final Collection<FieldPath> opened;
    private final FormField root;
    private final Map<?, ?> object;

    private FormBuilder(Schema schema, FormField root, Map<?, ?> object, Collection<FieldPath> opened) {
        this.schema = schema;
        this.root = root;
        this.object = object;
        this.opened = opened;
    }

    /// The form of objects.
    ///
    /// @param schema what is known of their fields
    /// @param ids what they are called
    /// @param objects what is written of each, as [drydock.model.manifest.ManifestDocument#value] gives it
    /// @param opened further fields to show
    public static Form of(Schema schema, List<ResourceId> ids, List<Map<?, ?>> objects, Collection<FieldPath> opened) {
        if (objects.isEmpty()) {
            return Form.EMPTY;
        }
        boolean one = objects.size() == 1;
        Map<?, ?> object = one ? objects.getFirst() : CommonValues.of(objects);
        String kind = ids.getFirst().kind();
        boolean alike = ids.stream()
                .allMatch(id -> id.kind().equals(kind)
                        && id.group().equals(ids.getFirst().group()));
        FormBuilder builder = new FormBuilder(schema, rootOf(schema, objects.getFirst(), alike), object, opened);
        boolean known =
                builder.root.type() instanceof FieldType.ObjectOf(String definition) && schema.isOwn(definition);
        return builder.form(known ? KindForms.of(kind, one) : KindForms.general(one), !one);
    }

    /// The object itself, as a field of nothing.
    static FormField rootOf(Schema schema, Map<?, ?> object, boolean alike) {
        FieldType type = schema.kind(String.valueOf(object.get("apiVersion")), String.valueOf(object.get("kind")))
                .filter(_ -> alike)
                .<FieldType>map(o -> new FieldType.ObjectOf(o.definition()))
                .orElse(ANY);
        return new FormField("", "", type, true, FieldPath.ROOT);
    }

    private Form form(List<KindForms.Layout> layouts, boolean several) {
        List<Form.Group> groups = new ArrayList<>();
        List<FieldPath> covered = new ArrayList<>();
        for (KindForms.Layout layout : layouts) {
            List<FormItem> items = new ArrayList<>();
            for (FieldPath path : layout.fields()) {
                covered.add(path);
                find(path).ifPresent(field -> items.add(item(field)));
            }
            groups.add(new Form.Group(layout.name(), items));
        }
        List<FormItem> others = new ArrayList<>();
        others(root, object, covered, several, others);
        if (isUntyped(root) && !several) {
            others.add(new FormItem.Further(root));
        }
        if (!others.isEmpty()) {
            groups.add(new Form.Group("others", others));
        }
        return new Form(groups);
    }

    /// Collects what is written or was asked for and is in no group.
    private void others(FormField at, Object value, List<FieldPath> covered, boolean several, List<FormItem> into) {
        for (String name : names(at, value, at.path().isRoot() ? ofCustomKind() : List.of())) {
            FieldPath path = at.path().key(name);
            boolean head = at.path().isRoot() && (name.equals("apiVersion") || name.equals("kind"));
            boolean ownName = several && path.toString().equals("metadata.name");
            if (head || ownName || covered.contains(path)) {
                continue;
            }
            FormField field = child(at, name);
            if (covered.stream().anyMatch(c -> startsWith(c, path))) {
                others(field, Steps.find(object, path).orElse(Map.of()), covered, several, into);
            } else {
                into.add(item(field));
            }
        }
    }

    /// The fields of a custom kind whose definition the project has, shown though nothing is written.
    private List<String> ofCustomKind() {
        return objectOf(root)
                .filter(kind -> !schema.isOwn(kind.definition()))
                .map(kind -> kind.fields().stream()
                        .map(SchemaField::name)
                        .filter(name -> !name.equals("status"))
                        .toList())
                .orElse(List.of());
    }

    /// Whether no schema tells which fields an object has.
    private boolean isUntyped(FormField field) {
        return objectOf(field).isEmpty();
    }

    private FormItem item(FormField field) {
        Optional<Object> value = Steps.find(object, field.path());
        FieldType type = field.type() instanceof FieldType.Anything ? found(value) : field.type();
        return switch (type) {
            case FieldType.ObjectOf _ -> section(field, value);
            case FieldType.MapOf(FieldType values) ->
                Controls.isScalar(values) || values instanceof FieldType.Anything
                        ? new FormItem.Pairs(field, Controls.of(field, values), pairs(value))
                        : yaml(field, value);
            case FieldType.ListOf(FieldType.ObjectOf items) -> new FormItem.Items(field, sections(field, items, value));
            case FieldType.ListOf(FieldType items) ->
                Controls.isScalar(items)
                        ? new FormItem.Values(field, Controls.of(field, items), values(value))
                        : yaml(field, value);
            case FieldType.Anything _ -> yaml(field, value);
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _ -> new FormItem.Input(field, Controls.of(field, type), value, usual(field));
        };
    }

    /// What the server takes where nothing is written.
    private String usual(FormField field) {
        return schema.object(field.definition())
                .flatMap(owner -> owner.field(field.name()))
                .map(SchemaField::usual)
                .filter(usual -> !usual.isEmpty())
                .orElseGet(() -> ServerDefaults.of(field.qualified()));
    }

    private static FormItem yaml(FormField field, Optional<Object> value) {
        return new FormItem.Input(field, new FieldControl.Yaml(), value, "");
    }

    /// The type that a value shows by itself; objects are called "".
    private static FieldType found(Optional<Object> value) {
        return switch (value.orElse(FormItem.Mixed.VALUES)) {
            case Map<?, ?> _ -> new FieldType.ObjectOf("");
            case List<?> list
            when !list.isEmpty() && list.stream().allMatch(Map.class::isInstance) ->
                new FieldType.ListOf(new FieldType.ObjectOf(""));
            case List<?> list
            when !list.isEmpty() && list.stream().allMatch(String.class::isInstance) ->
                new FieldType.ListOf(new FieldType.Text("", List.of()));
            case List<?> list
            when !list.isEmpty() && list.stream().allMatch(Number.class::isInstance) ->
                new FieldType.ListOf(new FieldType.Fraction());
            case String _ -> new FieldType.Text("", List.of());
            case Boolean _ -> new FieldType.Flag();
            case Number _ -> new FieldType.Fraction();
            default -> ANY;
        };
    }

    private FormItem.Section section(FormField field, Optional<Object> value) {
        List<String> common = objectOf(field).map(CommonFields::of).orElse(List.of());
        List<FormItem> items = names(field, value.orElse(Map.of()), common).stream()
                .map(name -> item(child(field, name)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (isUntyped(field)) {
            items.add(new FormItem.Further(field));
        }
        return new FormItem.Section(field, title(value), value.isPresent(), items);
    }

    private List<FormItem.Section> sections(FormField list, FieldType.ObjectOf items, Optional<Object> value) {
        List<FormItem.Section> sections = new ArrayList<>();
        int size = value.orElse(List.of()) instanceof List<?> found ? found.size() : 0;
        if (size == 0 && opened.stream().anyMatch(path -> startsWith(path, list.path()) && !path.equals(list.path()))) {
            size = 1;
        }
        for (int i = 0; i < size; i++) {
            FormField item = list.at(list.path().index(i), items);
            sections.add(section(item, Steps.find(object, item.path())));
        }
        return sections;
    }

    private static String title(Optional<Object> value) {
        if (!(value.orElse("") instanceof Map<?, ?> map)) {
            return "";
        }
        for (String key : List.of("name", "host", "path", "key", "port", "type", "containerPort")) {
            Object found = map.get(key);
            if (found instanceof String || found instanceof Number) {
                return String.valueOf(found);
            }
        }
        return "";
    }

    private static List<FormItem.Pair> pairs(Optional<Object> value) {
        List<FormItem.Pair> pairs = new ArrayList<>();
        if (value.orElse("") instanceof Map<?, ?> map) {
            map.forEach((key, v) -> pairs.add(new FormItem.Pair(String.valueOf(key), Optional.ofNullable(v))));
        }
        return pairs;
    }

    private static List<Optional<Object>> values(Optional<Object> value) {
        List<Optional<Object>> values = new ArrayList<>();
        if (value.orElse("") instanceof List<?> list) {
            list.forEach(v -> values.add(Optional.ofNullable(v)));
        }
        return values;
    }

    /// The names of the fields of `at` that are shown: common ones, written ones, those asked for.
    private Set<String> names(FormField at, Object value, List<String> common) {
        Set<String> names = new LinkedHashSet<>(common);
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> names.add(String.valueOf(key)));
        }
        int depth = at.path().steps().size();
        for (FieldPath path : opened) {
            if (startsWith(path, at.path())
                    && path.steps().size() > depth
                    && path.steps().get(depth) instanceof FieldPath.Key(String name)) {
                names.add(name);
            }
        }
        return names;
    }

    private Optional<FormField> find(FieldPath path) {
        FormField at = root;
        for (FieldPath.Step step : path.steps()) {
            at = child(at, ((FieldPath.Key) step).name());
        }
        return Optional.of(at)
                .filter(f ->
                        !(f.type() instanceof FieldType.Anything) || root.type().equals(ANY));
    }

    /// The field called `name` of the object at `at`; of any type where no schema knows it.
    private FormField child(FormField at, String name) {
        FieldPath path = at.path().key(name);
        Optional<SchemaObject> owner = objectOf(at);
        Optional<SchemaField> field = owner.flatMap(o -> o.field(name));
        if (at.path().isRoot() && name.equals("metadata") && field.isEmpty()) {
            FieldType metadata = new FieldType.ObjectOf("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
            return new FormField("", name, metadata, true, path);
        }
        String definition = owner.map(SchemaObject::definition).orElse("");
        return new FormField(
                definition,
                name,
                field.map(SchemaField::type).orElse(ANY),
                field.filter(SchemaField::required).isPresent(),
                path);
    }

    private Optional<SchemaObject> objectOf(FormField field) {
        return schema.object(field.type());
    }

    private static boolean startsWith(FieldPath path, FieldPath start) {
        int length = start.steps().size();
        return path.steps().size() >= length && path.steps().subList(0, length).equals(start.steps());
    }
}

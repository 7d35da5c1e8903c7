package drydock.model.form;

import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.NotEditableException;
import drydock.model.manifest.TextEdit;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.FieldType;
import drydock.model.resource.ResourceId;
import drydock.model.resource.SchemaField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The edits that a form makes, on one object or on several at once.
///
/// @param project what is edited
/// @param ids the objects
public record FormEdits(Project project, List<ResourceId> ids) {

    /// Fields that mean something when they are empty.
    private static final Set<String> MEAN_SOMETHING_EMPTY =
            Set.of("emptyDir", "podSelector", "namespaceSelector", "spec", "metadata", "template");

    public FormEdits {
        ids = List.copyOf(ids);
    }

    /// Sets a field; what is missing on the way to it is made. Where the field is a name that the object
    /// itself repeats, as a volume's in the mounts, that follows.
    public Edit set(FieldPath path, Object value) {
        return each(id -> {
            List<Edit> edits = Stream.concat(
                            Stream.of(path),
                            value(id).stream().flatMap(object -> NamesInside.meaning(object, path, value).stream()))
                    .<Edit>map(field -> new Edit.SetField(id, field, value))
                    .toList();
            return Optional.of(edits.size() == 1 ? edits.getFirst() : new Edit.Composite(edits));
        });
    }

    /// Takes a field away, and what becomes empty by that and means nothing so.
    public Edit clear(FieldPath path) {
        return each(id -> value(id)
                .filter(object -> Steps.find(object, path).isPresent())
                .map(object -> new Edit.RemoveField(id, outermost(object, path))));
    }

    /// Gives an entry of a map another key, in its place.
    public Edit rename(FieldPath path, String key) {
        return each(id -> place(id)
                .flatMap(place -> project.file(place.path()).map(file -> {
                    try {
                        FieldPath inDocument = place.inDocument(path);
                        return new Edit.ChangeText(
                                place.path(), file.renaming(place.document().index(), inDocument, key));
                    } catch (NotEditableException _) {
                        Object value =
                                value(id).flatMap(o -> Steps.find(o, path)).orElse("");
                        return new Edit.Composite(List.of(
                                new Edit.RemoveField(id, path),
                                new Edit.SetField(id, path.parent().key(key), value)));
                    }
                })));
    }

    /// Exchanges an item of a list with the next, with its comments.
    public Edit exchangeWithNext(FieldPath item) {
        return each(id -> value(id).map(object -> exchanged(id, object, item)));
    }

    private Edit exchanged(ResourceId id, Object object, FieldPath item) {
        FieldPath list = item.parent();
        int position = ((FieldPath.Index) item.last()).position();
        List<Object> items = new ArrayList<>(
                Steps.find(object, list).orElse(List.of()) instanceof List<?> found ? found : List.of());
        Collections.swap(items, position, position + 1);
        Optional<Edit> byText =
                place(id).flatMap(place -> project.file(place.path()).flatMap(file -> lines(place, file, item)));
        return byText.filter(edit -> edit.applyTo(project) instanceof Outcome.Done<Project>(Project after)
                        && new FormEdits(after, ids)
                                .value(id)
                                .flatMap(o -> Steps.find(o, list))
                                .filter(items::equals)
                                .isPresent())
                .orElseGet(() -> new Edit.SetField(id, list, items));
    }

    /// Exchanges the lines of two items, if each begins with its dash on a line of its own.
    private static Optional<Edit> lines(Declaration place, ManifestFile file, FieldPath item) {
        int position = ((FieldPath.Index) item.last()).position();
        TextSpan one = place.document().spanOf(place.inDocument(item));
        TextSpan next = place.document().spanOf(place.inDocument(item.parent().index(position + 1)));
        String text = file.text();
        int start = text.lastIndexOf('\n', one.start() - 1) + 1;
        int middle = text.indexOf('\n', one.end());
        if (middle < 0
                || middle >= next.start()
                || !text.substring(start, one.start()).matches(" *- +")) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', next.end());
        String first = text.substring(start, middle);
        String second = text.substring(middle + 1, end < 0 ? text.length() : end);
        return Optional.of(new Edit.ChangeText(
                place.path(), new TextEdit(start, end < 0 ? text.length() : end, second + "\n" + first)));
    }

    private FieldPath outermost(Object object, FieldPath path) {
        FieldPath at = path;
        while (at.steps().size() > 1) {
            FieldPath parent = at.parent();
            boolean lastOne = Steps.find(object, parent)
                    .filter(value -> value instanceof Map<?, ?> map
                            ? map.size() == 1
                            : value instanceof List<?> list && list.size() == 1)
                    .isPresent();
            if (!lastOne || staysEmpty(object, parent)) {
                return at;
            }
            at = parent;
        }
        return at;
    }

    private boolean staysEmpty(Object object, FieldPath path) {
        if (!(path.last() instanceof FieldPath.Key(String name)) || MEAN_SOMETHING_EMPTY.contains(name)) {
            return true;
        }
        if (!(object instanceof Map<?, ?> map)) {
            return false;
        }
        List<String> steps = path.steps().stream()
                .map(step -> switch (step) {
                    case FieldPath.Key(String key) -> key;
                    case FieldPath.Index(int position) -> String.valueOf(position);
                })
                .toList();
        return project.schema()
                .field(String.valueOf(map.get("apiVersion")), String.valueOf(map.get("kind")), steps)
                .filter(SchemaField::required)
                .filter(field -> !(field.type() instanceof FieldType.MapOf))
                .isPresent();
    }

    private Edit each(Function<ResourceId, Optional<Edit>> edit) {
        List<Edit> edits = ids.stream().flatMap(id -> edit.apply(id).stream()).toList();
        return edits.size() == 1 ? edits.getFirst() : new Edit.Composite(edits);
    }

    private Optional<Declaration> place(ResourceId id) {
        return project.declarations(id).stream().findFirst();
    }

    /// What is written of an object.
    private Optional<Object> value(ResourceId id) {
        return place(id).flatMap(p -> p.document().value(p.inDocument(FieldPath.ROOT)));
    }
}

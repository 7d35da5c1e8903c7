package drydock.model.connect;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object as a text of the project writes it.
record Written(ResourceId id, Declaration place) {

    /// The object called `id`, if the project declares it.
    static Optional<Written> of(Project project, ResourceId id) {
        return project.declarations(id).stream().findFirst().map(place -> new Written(id, place));
    }

    Optional<Object> value(FieldPath path) {
        return place.document().value(place.inDocument(path));
    }

    /// The text or number at `path`; empty if none is there.
    String text(FieldPath path) {
        return value(path).map(String::valueOf).orElse("");
    }

    /// The list at `path`; empty if none is there.
    List<?> list(FieldPath path) {
        return value(path)
                .filter(List.class::isInstance)
                .<List<?>>map(v -> (List<?>) v)
                .orElse(List.of());
    }

    /// The map at `path` as texts, in its order; empty if none is there.
    Map<String, String> texts(FieldPath path) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value(path).orElse(null) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), value == null ? "" : String.valueOf(value)));
        }
        return texts;
    }

    Edit set(FieldPath path, @Nullable Object value) {
        return new Edit.SetField(id, path, value);
    }

    Edit append(FieldPath list, Object item) {
        return set(list.index(list(list).size()), item);
    }

    Edit remove(FieldPath path) {
        return new Edit.RemoveField(id, path);
    }
}

package drydock.model.drift;

import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Makes an object of a project the one that a cluster has, field by field, so that comments and all that is the same
/// stay as they are written.
final class TakenFields {

    private final ResourceId object;
    private final List<Edit> edits = new ArrayList<>();

    private TakenFields(ResourceId object) {
        this.object = object;
    }

    /// The edit; empty where the fields cannot be changed one by one.
    ///
    /// @param written what the manifest writes of the object
    /// @param wanted what it is to be, the same object
    static Optional<Edit> edit(Project project, ResourceId object, Map<?, ?> written, Map<?, ?> wanted) {
        TakenFields taken = new TakenFields(object);
        taken.maps(FieldPath.ROOT, written, wanted);
        Edit all = new Edit.Composite(taken.edits);
        return Optional.of(all)
                .filter(edit -> edit.applyTo(project) instanceof Outcome.Done<Project>(Project after)
                        && value(after, object).filter(wanted::equals).isPresent());
    }

    private static Optional<Object> value(Project project, ResourceId object) {
        return project.declarations(object).stream()
                .findFirst()
                .flatMap(there -> there.document().value(there.declared().path()));
    }

    private void values(FieldPath path, Object written, Object wanted) {
        if (Objects.equals(written, wanted)) {
            return;
        }
        if (written instanceof Map<?, ?> before && wanted instanceof Map<?, ?> now && !before.isEmpty()) {
            maps(path, before, now);
        } else if (written instanceof List<?> before && wanted instanceof List<?> now && !before.isEmpty()) {
            lists(path, before, now);
        } else {
            edits.add(new Edit.SetField(object, path, wanted));
        }
    }

    private void maps(FieldPath path, Map<?, ?> written, Map<?, ?> wanted) {
        written.forEach((key, value) -> {
            FieldPath field = path.key(String.valueOf(key));
            if (wanted.get(key) == null) {
                edits.add(new Edit.RemoveField(object, field));
            } else if (value == null) {
                edits.add(new Edit.SetField(object, field, wanted.get(key)));
            } else {
                values(field, value, wanted.get(key));
            }
        });
        wanted.forEach((key, value) -> {
            if (!written.containsKey(key)) {
                edits.add(new Edit.SetField(object, path.key(String.valueOf(key)), value));
            }
        });
    }

    /// Items that are gone go, those that came are added behind; where the others stand in another order, the list is
    /// written anew.
    private void lists(FieldPath path, List<?> written, List<?> wanted) {
        List<Object> left = new ArrayList<>();
        List<FieldPath> gone = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Object item = written.get(i);
            boolean stays = hasName(item) ? wanted.stream().anyMatch(other -> isSame(item, other)) : i < wanted.size();
            if (stays) {
                left.add(item);
            } else {
                gone.addFirst(path.index(i));
            }
        }
        if (left.isEmpty() || !isBeginning(left, wanted)) {
            edits.add(new Edit.SetField(object, path, wanted));
            return;
        }
        gone.forEach(item -> edits.add(new Edit.RemoveField(object, item)));
        for (int i = 0; i < wanted.size(); i++) {
            if (i < left.size()) {
                values(path.index(i), left.get(i), wanted.get(i));
            } else {
                edits.add(new Edit.SetField(object, path.index(i), wanted.get(i)));
            }
        }
    }

    private static boolean isBeginning(List<?> left, List<?> wanted) {
        for (int i = 0; i < left.size(); i++) {
            if (i >= wanted.size() || (hasName(left.get(i)) && !isSame(left.get(i), wanted.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasName(Object item) {
        return item instanceof Map<?, ?> map && map.get("name") != null;
    }

    private static boolean isSame(Object one, Object other) {
        return one instanceof Map<?, ?> a
                && other instanceof Map<?, ?> b
                && Objects.equals(a.get("name"), b.get("name"));
    }
}

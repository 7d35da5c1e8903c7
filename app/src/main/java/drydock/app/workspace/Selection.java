package drydock.app.workspace;

import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is selected: objects, the same on the canvas, in the outline, the inspector and the editor; or one thing that
/// only the canvas has.
public final class Selection {

    private final ReadOnlyObjectWrapper<List<ResourceId>> objects =
            new ReadOnlyObjectWrapper<>(this, "objects", List.of());
    private final ReadOnlyObjectWrapper<Optional<FigureId>> figure =
            new ReadOnlyObjectWrapper<>(this, "figure", Optional.empty());

    /// The selected objects, in the order in which they were selected; the list never changes, it is replaced.
    public ReadOnlyObjectProperty<List<ResourceId>> objectsProperty() {
        return objects.getReadOnlyProperty();
    }

    public List<ResourceId> objects() {
        return objects.get();
    }

    /// The one note, group or edge that is selected; as long as one is, no object is.
    public ReadOnlyObjectProperty<Optional<FigureId>> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    public Optional<FigureId> figure() {
        return figure.get();
    }

    /// Selects a note, a group or an edge, and nothing else.
    public void select(FigureId other) {
        objects.set(List.of());
        figure.set(Optional.of(other));
    }

    /// The one selected object; empty if there are none or several.
    public Optional<ResourceId> single() {
        return objects().size() == 1 ? Optional.of(objects().getFirst()) : Optional.empty();
    }

    /// What was selected last; empty if nothing is selected.
    public Optional<FigureId> last() {
        return figure().or(() -> objects().isEmpty()
                ? Optional.empty()
                : Optional.of(new FigureId.Of(objects().getLast())));
    }

    public boolean contains(ResourceId object) {
        return objects().contains(object);
    }

    public void clear() {
        select(List.of());
    }

    /// Selects these and nothing else.
    public void select(Collection<ResourceId> selected) {
        List<ResourceId> distinct = List.copyOf(new LinkedHashSet<>(selected));
        figure.set(Optional.empty());
        if (!distinct.equals(objects())) {
            objects.set(distinct);
        }
    }

    /// Adds an object to the selection, or takes it away.
    public void toggle(ResourceId object) {
        Set<ResourceId> changed = new LinkedHashSet<>(objects());
        if (!changed.remove(object)) {
            changed.add(object);
        }
        select(changed);
    }
}

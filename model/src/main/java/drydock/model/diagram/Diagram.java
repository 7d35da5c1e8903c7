package drydock.model.diagram;

import drydock.model.resource.ResourceId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What only the canvas knows of a project.
///
/// **Positions outlive their objects**: one whose object is not there (yet, or any more in this text) is
/// kept.
///
/// @param positions where each figure was put; an object without one is placed by the layout
/// @param hiddenKinds kinds that are not shown, as a [ResourceId] begins: `Service`, `Deployment.apps`
/// @param view how the canvas was last looked at
public record Diagram(
        SortedMap<ResourceId, Position> positions,
        List<Group> groups,
        List<Note> notes,
        SortedSet<String> hiddenKinds,
        Optional<LastView> view) {

    public static final Diagram EMPTY =
            new Diagram(new TreeMap<>(), List.of(), List.of(), new TreeSet<>(), Optional.empty());

    /// @throws IllegalArgumentException if two groups or two notes have the same id
    public Diagram {
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
        hiddenKinds = Collections.unmodifiableSortedSet(new TreeSet<>(hiddenKinds));
        requireDistinct(groups.stream().map(Group::id).toList());
        requireDistinct(notes.stream().map(Note::id).toList());
    }

    public Optional<Position> position(ResourceId object) {
        return Optional.ofNullable(positions.get(object));
    }

    /// Whether objects of this one's kind are hidden.
    public boolean hides(ResourceId object) {
        return hiddenKinds.contains(object.group().isEmpty() ? object.kind() : object.kind() + "." + object.group());
    }

    /// The diagram with these figures put where `moved` says, the others where they were.
    public Diagram withPositions(Map<ResourceId, Position> moved) {
        SortedMap<ResourceId, Position> all = new TreeMap<>(positions);
        all.putAll(moved);
        return new Diagram(all, groups, notes, hiddenKinds, view);
    }

    public Diagram withGroups(List<Group> newGroups) {
        return new Diagram(positions, newGroups, notes, hiddenKinds, view);
    }

    public Diagram withNotes(List<Note> newNotes) {
        return new Diagram(positions, groups, newNotes, hiddenKinds, view);
    }

    public Diagram withHiddenKinds(Collection<String> kinds) {
        return new Diagram(positions, groups, notes, new TreeSet<>(kinds), view);
    }

    public Diagram withView(Optional<LastView> newView) {
        return view.equals(newView) ? this : new Diagram(positions, groups, notes, hiddenKinds, newView);
    }

    /// The diagram without an object's position and place in groups.
    public Diagram without(ResourceId object) {
        SortedMap<ResourceId, Position> rest = new TreeMap<>(positions);
        rest.remove(object);
        List<Group> smaller = groups.stream().map(g -> g.without(object)).toList();
        return new Diagram(rest, smaller, notes, hiddenKinds, view);
    }

    /// The diagram in which what stood for `from` stands for `to`, unless `to` has a place of its own.
    public Diagram renamed(ResourceId from, ResourceId to) {
        SortedMap<ResourceId, Position> moved = new TreeMap<>(positions);
        Position position = moved.remove(from);
        if (position != null) {
            moved.putIfAbsent(to, position);
        }
        List<Group> renamed = groups.stream().map(g -> g.renamed(from, to)).toList();
        return new Diagram(moved, renamed, notes, hiddenKinds, view);
    }

    private static void requireDistinct(List<String> ids) {
        if (new TreeSet<>(ids).size() != ids.size()) {
            throw new IllegalArgumentException("an id occurs twice: " + ids);
        }
    }
}

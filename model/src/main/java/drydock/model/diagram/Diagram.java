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

/// What only the canvas knows of a project, and how it wants to be checked.
///
/// **Positions outlive their objects**: one whose object is not there (yet, or any more in this text) is
/// kept.
///
/// @param positions where each figure was put; an object without one is placed by the layout
/// @param hiddenKinds kinds that are not shown, as a [ResourceId] begins: `Service`, `Deployment.apps`
/// @param locked the objects whose figures are not to be moved by hand or by a layout
/// @param collapsed the workloads whose Pods, and the Namespaces whose objects, are not drawn one by one
/// @param checks how the project wants to be checked
/// @param view how the canvas was last looked at
public record Diagram(
        SortedMap<ResourceId, Position> positions,
        List<Group> groups,
        List<Note> notes,
        SortedSet<String> hiddenKinds,
        SortedSet<ResourceId> locked,
        SortedSet<ResourceId> collapsed,
        CheckSettings checks,
        Optional<LastView> view) {

    public static final Diagram EMPTY = new Diagram(
            new TreeMap<>(),
            List.of(),
            List.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            CheckSettings.USUAL,
            Optional.empty());

    /// @throws IllegalArgumentException if two groups or two notes have the same id
    public Diagram {
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
        hiddenKinds = Collections.unmodifiableSortedSet(new TreeSet<>(hiddenKinds));
        locked = Collections.unmodifiableSortedSet(new TreeSet<>(locked));
        collapsed = Collections.unmodifiableSortedSet(new TreeSet<>(collapsed));
        requireDistinct(groups.stream().map(Group::id).toList());
        requireDistinct(notes.stream().map(Note::id).toList());
    }

    public Optional<Position> position(ResourceId object) {
        return Optional.ofNullable(positions.get(object));
    }

    /// Whether objects of this one's kind are hidden.
    public boolean hides(ResourceId object) {
        return hiddenKinds.contains(kindOf(object));
    }

    /// How a hidden kind is written.
    public static String kindOf(ResourceId object) {
        return object.group().isEmpty() ? object.kind() : object.kind() + "." + object.group();
    }

    /// The diagram with these figures put where `moved` says, the others where they were.
    public Diagram withPositions(Map<ResourceId, Position> moved) {
        SortedMap<ResourceId, Position> all = new TreeMap<>(positions);
        all.putAll(moved);
        return new Diagram(all, groups, notes, hiddenKinds, locked, collapsed, checks, view);
    }

    public Diagram withGroups(List<Group> newGroups) {
        return new Diagram(positions, newGroups, notes, hiddenKinds, locked, collapsed, checks, view);
    }

    public Diagram withNotes(List<Note> newNotes) {
        return new Diagram(positions, groups, newNotes, hiddenKinds, locked, collapsed, checks, view);
    }

    public Diagram withHiddenKinds(Collection<String> kinds) {
        return new Diagram(positions, groups, notes, new TreeSet<>(kinds), locked, collapsed, checks, view);
    }

    public Diagram withLocked(Collection<ResourceId> objects) {
        return new Diagram(positions, groups, notes, hiddenKinds, new TreeSet<>(objects), collapsed, checks, view);
    }

    public Diagram withCollapsed(Collection<ResourceId> objects) {
        return new Diagram(positions, groups, notes, hiddenKinds, locked, new TreeSet<>(objects), checks, view);
    }

    public Diagram withChecks(CheckSettings newChecks) {
        return new Diagram(positions, groups, notes, hiddenKinds, locked, collapsed, newChecks, view);
    }

    public Diagram withView(Optional<LastView> newView) {
        return view.equals(newView)
                ? this
                : new Diagram(positions, groups, notes, hiddenKinds, locked, collapsed, checks, newView);
    }

    /// The diagram without an object's position, marks and place in groups.
    public Diagram without(ResourceId object) {
        SortedMap<ResourceId, Position> rest = new TreeMap<>(positions);
        rest.remove(object);
        List<Group> smaller = groups.stream().map(g -> g.without(object)).toList();
        return new Diagram(
                rest, smaller, notes, hiddenKinds, without(locked, object), without(collapsed, object), checks, view);
    }

    /// The diagram in which what stood for `from` stands for `to`, unless `to` has a place of its own.
    public Diagram renamed(ResourceId from, ResourceId to) {
        SortedMap<ResourceId, Position> moved = new TreeMap<>(positions);
        Position position = moved.remove(from);
        if (position != null) {
            moved.putIfAbsent(to, position);
        }
        List<Group> renamed = groups.stream().map(g -> g.renamed(from, to)).toList();
        return new Diagram(
                moved,
                renamed,
                notes,
                hiddenKinds,
                renamed(locked, from, to),
                renamed(collapsed, from, to),
                checks,
                view);
    }

    private static SortedSet<ResourceId> without(SortedSet<ResourceId> objects, ResourceId object) {
        SortedSet<ResourceId> rest = new TreeSet<>(objects);
        rest.remove(object);
        return rest;
    }

    private static SortedSet<ResourceId> renamed(SortedSet<ResourceId> objects, ResourceId from, ResourceId to) {
        SortedSet<ResourceId> renamed = without(objects, from);
        if (objects.contains(from)) {
            renamed.add(to);
        }
        return renamed;
    }

    private static void requireDistinct(List<String> ids) {
        if (new TreeSet<>(ids).size() != ids.size()) {
            throw new IllegalArgumentException("an id occurs twice: " + ids);
        }
    }
}

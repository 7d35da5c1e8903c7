package drydock.model.diagram;

import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// One thing to change in a diagram, as data; positions are changed by the edits of projects.
public sealed interface DiagramChange {

    /// Adds a group, or puts it in the place of the one with its id.
    record PutGroup(Group group) implements DiagramChange {}

    /// Takes a group's frame away; what was in it stays.
    record RemoveGroup(String id) implements DiagramChange {}

    /// Adds a note, or puts it in the place of the one with its id.
    record PutNote(Note note) implements DiagramChange {}

    record RemoveNote(String id) implements DiagramChange {}

    /// Hides these kinds and no others.
    ///
    /// @param kinds as [Diagram#kindOf] writes them
    record HideKinds(SortedSet<String> kinds) implements DiagramChange {
        public HideKinds {
            kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        }
    }

    /// Fixes figures where they are, or lets them be moved again.
    record Lock(SortedSet<ResourceId> objects, boolean locked) implements DiagramChange {
        public Lock {
            objects = Collections.unmodifiableSortedSet(new TreeSet<>(objects));
        }
    }

    /// Draws what objects hold as one, or one by one again.
    record Collapse(SortedSet<ResourceId> objects, boolean collapsed) implements DiagramChange {
        public Collapse {
            objects = Collections.unmodifiableSortedSet(new TreeSet<>(objects));
        }
    }

    /// Checks the project in another way: rules on or off, another version of Kubernetes.
    record SetChecks(CheckSettings checks) implements DiagramChange {}

    /// The diagram after this change.
    default Diagram applyTo(Diagram diagram) {
        return switch (this) {
            case PutGroup(Group group) ->
                diagram.withGroups(put(diagram.groups(), group, g -> g.id().equals(group.id())));
            case RemoveGroup(String id) ->
                diagram.withGroups(diagram.groups().stream()
                        .filter(g -> !g.id().equals(id))
                        .toList());
            case PutNote(Note note) -> diagram.withNotes(put(diagram.notes(), note, n -> n.id().equals(note.id())));
            case RemoveNote(String id) ->
                diagram.withNotes(
                        diagram.notes().stream().filter(n -> !n.id().equals(id)).toList());
            case HideKinds(SortedSet<String> kinds) -> diagram.withHiddenKinds(kinds);
            case Lock(SortedSet<ResourceId> objects, boolean locked) ->
                diagram.withLocked(changed(diagram.locked(), objects, locked));
            case Collapse(SortedSet<ResourceId> objects, boolean collapsed) ->
                diagram.withCollapsed(changed(diagram.collapsed(), objects, collapsed));
            case SetChecks(CheckSettings checks) -> diagram.withChecks(checks);
        };
    }

    /// The key of the name that menus have for this change, in the messages of edits.
    default String label() {
        return switch (this) {
            case PutGroup _, RemoveGroup _ -> "edit.group";
            case PutNote _, RemoveNote _ -> "edit.note";
            case HideKinds _ -> "edit.hideKinds";
            case Lock _ -> "edit.lock";
            case Collapse _ -> "edit.collapse";
            case SetChecks _ -> "edit.checks";
        };
    }

    private static <T> List<T> put(List<T> entries, T entry, Predicate<T> same) {
        List<T> changed = new ArrayList<>(entries);
        int at = 0;
        while (at < changed.size() && !same.test(changed.get(at))) {
            at++;
        }
        if (at < changed.size()) {
            changed.set(at, entry);
        } else {
            changed.add(entry);
        }
        return changed;
    }

    private static <T> SortedSet<T> changed(SortedSet<T> before, Collection<T> entries, boolean there) {
        SortedSet<T> changed = new TreeSet<>(before);
        if (there) {
            changed.addAll(entries);
        } else {
            changed.removeAll(entries);
        }
        return changed;
    }
}

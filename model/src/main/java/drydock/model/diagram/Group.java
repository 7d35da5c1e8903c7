package drydock.model.diagram;

import drydock.model.resource.ResourceId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A frame that the user drew around objects.
///
/// @param id what tells it from the diagram's other groups
/// @param title what its frame says
/// @param members the objects in it, also those that are not there at the moment
public record Group(String id, String title, SortedSet<ResourceId> members) {

    public Group {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }

    public Group(String id, String title, Collection<ResourceId> members) {
        this(id, title, new TreeSet<>(members));
    }

    Group without(ResourceId member) {
        SortedSet<ResourceId> rest = new TreeSet<>(members);
        rest.remove(member);
        return new Group(id, title, rest);
    }

    Group renamed(ResourceId from, ResourceId to) {
        SortedSet<ResourceId> renamed = new TreeSet<>(members);
        if (renamed.remove(from)) {
            renamed.add(to);
        }
        return new Group(id, title, renamed);
    }
}

package drydock.model.connect;

import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;

/// A family of meanings that a line from one kind of object to another can have.
interface Rule {

    /// Whether a line from `from` to `to` can mean anything, by their kinds.
    boolean fits(ResourceId from, ResourceId to);

    /// What a line can mean between two objects that the project declares and whose kinds fit; nothing that is already
    /// so.
    List<Connection> between(Project project, End from, End to);
}

package drydock.model.connect;

import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;

/// What lines between objects can mean. The direction in which a line is drawn is of no account.
public final class Connections {

    private static final List<Rule> RULES = List.of(
            new Selecting(),
            new Allowing(),
            new Routing(),
            new Configuring(),
            new Claiming(),
            new Scaling(),
            new Binding(),
            new Housing(),
            new Naming());

    private Connections() {}

    /// Whether a line between these can mean anything.
    public static boolean fit(ResourceId one, ResourceId other) {
        return !one.equals(other)
                && isNear(one, other)
                && RULES.stream().anyMatch(rule -> rule.fits(one, other) || rule.fits(other, one));
    }

    /// Names reach no other namespace, but for the accounts of a binding.
    private static boolean isNear(ResourceId one, ResourceId other) {
        return one.namespace().isEmpty()
                || other.namespace().isEmpty()
                || one.namespace().equals(other.namespace())
                || Binding.binds(one, other)
                || Binding.binds(other, one);
    }

    /// What a line between these can mean, the likeliest first; nothing that is already so.
    public static List<Connection> between(Project project, End one, End other) {
        List<Connection> connections = new ArrayList<>();
        if (!fit(one.object(), other.object())
                || project.declarations(one.object()).isEmpty()
                || project.declarations(other.object()).isEmpty()) {
            return connections;
        }
        for (Rule rule : RULES) {
            if (rule.fits(one.object(), other.object())) {
                connections.addAll(rule.between(project, one, other));
            } else if (rule.fits(other.object(), one.object())) {
                connections.addAll(rule.between(project, other, one));
            }
        }
        return connections;
    }
}

package drydock.model.connect;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.reference.Reference;
import drydock.model.reference.References;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Relation;
import drydock.model.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The edit that undoes what a line between two objects means, and no more.
public final class Disconnection {

    private final Project project;

    private Disconnection(Project project) {
        this.project = project;
    }

    /// What takes the line from `from` to `to` away; empty if no text of the project says what it means, or if the
    /// labels that it rests on are needed otherwise.
    public static Optional<Edit> of(Project project, ResourceId from, ResourceId to) {
        Disconnection disconnection = new Disconnection(project);
        List<Edit> edits = new ArrayList<>();
        edits.addAll(disconnection.unname(from, to));
        edits.addAll(disconnection.unname(to, from));
        disconnection.unselect(from, to).ifPresent(edits::add);
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Edit.Composite(edits));
    }

    /// Takes away every field of `from` that names `to`, with the entry that is there for nothing else.
    private List<Edit> unname(ResourceId from, ResourceId to) {
        Optional<Written> object = Written.of(project, from);
        if (object.isEmpty()) {
            return List.of();
        }
        Collection<FieldPath> entries = new TreeSet<>(Removals.FROM_BEHIND);
        References.from(project, from).stream()
                .filter(reference -> reference.to().equals(to))
                .map(Reference::path)
                .map(Removals::entry)
                .forEach(entry -> {
                    entries.add(entry);
                    entries.addAll(mounts(object.get(), entry));
                });
        return Removals.of(object.get(), entries);
    }

    /// The mounts of the volume that is written at `entry`; none if it is something else.
    private static List<FieldPath> mounts(Written object, FieldPath entry) {
        List<FieldPath> mounts = new ArrayList<>();
        if (!(entry.last() instanceof FieldPath.Index)
                || !entry.parent().toString().endsWith("volumes")) {
            return mounts;
        }
        String volume = object.text(entry.key("name"));
        for (String containers : List.of("initContainers", "containers")) {
            FieldPath list = entry.parent().parent().key(containers);
            for (int i = 0; i < object.list(list).size(); i++) {
                FieldPath mounted = list.index(i).key("volumeMounts");
                for (int m = 0; m < object.list(mounted).size(); m++) {
                    if (object.text(mounted.index(m).key("name")).equals(volume)) {
                        mounts.add(mounted.index(m));
                    }
                }
            }
        }
        return mounts;
    }

    /// What only selects `to` selects nothing then; what selects others, too, goes on to do so: `to` loses a label.
    private Optional<Edit> unselect(ResourceId from, ResourceId to) {
        Optional<Written> selecting = Written.of(project, from);
        Optional<PodPart> pods = PodPart.of(project, to);
        if (selecting.isEmpty() || pods.isEmpty() || !Selecting.isSelector(from)) {
            return Optional.empty();
        }
        List<ResourceId> selected = Topology.of(project.objects()).from(from, Relation.SELECTS).stream()
                .map(edge -> edge.to())
                .toList();
        if (!selected.contains(to)) {
            return Optional.empty();
        }
        FieldPath path = Selecting.selector(from);
        boolean mayBeEmpty = !from.kind().equals("NetworkPolicy");
        if (selected.size() == 1 && mayBeEmpty) {
            return Optional.of(selecting.get().remove(FieldPath.of("spec", "selector")));
        }
        Map<String, String> needed = pods.get().ownSelector();
        return selecting.get().texts(path).keySet().stream()
                .filter(key -> !needed.containsKey(key))
                .findFirst()
                .map(key -> pods.get().object().remove(pods.get().labels().key(key)));
    }
}

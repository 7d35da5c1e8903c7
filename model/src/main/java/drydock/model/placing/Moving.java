package drydock.model.placing;

import drydock.model.clip.ObjectText;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Moves objects to another file.
public final class Moving {

    private Moving() {}

    /// The edit that moves these objects to the end of the file at `path`, which is made if it is not there.
    /// What is in it already stays where it is, and so does what no text declares, or more than one.
    public static Edit of(Project project, Collection<ResourceId> objects, String path) {
        List<Edit> edits = new ArrayList<>();
        for (ResourceId id : objects) {
            boolean elsewhere = project.declarations(id).size() == 1
                    && !project.declarations(id).getFirst().path().equals(path);
            if (elsewhere) {
                ObjectText.of(project, id).ifPresent(text -> {
                    edits.add(new Edit.RemoveObject(id));
                    edits.add(new Edit.AddObject(path, text));
                });
            }
        }
        if (!edits.isEmpty()) {
            edits.add(new Edit.PutDiagram(project.diagram()));
        }
        return new Edit.Composite(edits);
    }
}

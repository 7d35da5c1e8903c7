package drydock.app.fix;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;

/// Whether what was found still holds for the project that there is now.
final class Fresh {

    private final Messages messages = Messages.of(Fresh.class);
    private final Workspace workspace;

    Fresh(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Whether the project is the one that was checked; if not, says so.
    boolean isChecked() {
        boolean fresh = isStill(workspace.checkedProperty().get().project());
        if (!fresh) {
            say();
        }
        return fresh;
    }

    /// Says that what was found does not hold any more.
    void say() {
        workspace.messageProperty().set(messages.get("fix.stale"));
    }

    /// Whether the project is what it was, as far as a check sees it.
    boolean isStill(Project project) {
        Project now = workspace.document().project();
        return now.sharesTextsWith(project)
                && now.diagram().checks().equals(project.diagram().checks());
    }
}

package drydock.app.problems;

import drydock.app.workspace.Checked;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.Validation;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.StandardRules;
import java.util.List;

/// Checks the project of a workspace after every edit, in the background, and puts what it finds into the workspace.
public final class ProjectCheck {

    private final Workspace workspace;
    private Validation last = Validation.NONE;
    private List<ManifestFile> checked = List.of();
    private boolean running;

    public ProjectCheck(Workspace workspace) {
        this.workspace = workspace;
        workspace.document().projectProperty().subscribe(this::check);
    }

    /// What the project is checked by; making it takes a while, and is not for the JavaFX thread.
    public Validator validator() {
        return Rules.VALIDATOR;
    }

    private void check(Project project) {
        List<ManifestFile> files = List.copyOf(project.files().values());
        if (running || files.equals(checked)) {
            return;
        }
        running = true;
        Validation before = last;
        workspace
                .tasks()
                .work(() -> validator().check(files, before))
                .then(found -> {
                    last = found;
                    done(files);
                    workspace.found(new Checked(project, found));
                })
                .otherwise(fault -> {
                    done(files);
                    throw new IllegalStateException("the check failed", fault);
                })
                .start();
    }

    /// What was edited while the check ran is checked now.
    private void done(List<ManifestFile> files) {
        checked = files;
        running = false;
        workspace.tasks().onScreen(() -> check(workspace.document().project()));
    }

    /// Made by the first check, off the JavaFX thread: reading the schema takes a while.
    private static final class Rules {
        private static final Validator VALIDATOR = StandardRules.validator();
    }
}

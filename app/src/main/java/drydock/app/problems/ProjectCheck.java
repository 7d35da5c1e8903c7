package drydock.app.problems;

import drydock.app.workspace.Checked;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.CheckSettings;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextProblem;
import drydock.model.project.Project;
import drydock.model.validation.Validation;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.ProjectChecks;
import java.util.List;
import java.util.Optional;

/// Checks the project of a workspace after every edit, in the background and as the project wants it, and puts what it
/// finds into the workspace.
public final class ProjectCheck {

    private final Workspace workspace;
    private final Validators validators = new Validators();
    private Validation last = Validation.NONE;
    private Asked checked = new Asked(List.of(), CheckSettings.USUAL, List.of());
    private boolean running;

    /// All that a check depends on.
    private record Asked(List<ManifestFile> files, CheckSettings checks, List<TextProblem> problems) {

        static Asked of(Project project) {
            return new Asked(
                    List.copyOf(project.files().values()),
                    project.diagram().checks(),
                    project.diagramFile().problems());
        }

        Optional<String> version() {
            return checks.kubernetesVersion();
        }
    }

    public ProjectCheck(Workspace workspace) {
        this.workspace = workspace;
        workspace.document().projectProperty().subscribe(this::check);
    }

    /// What a project is checked by; making it takes a while, and is not for the JavaFX thread.
    public Validator validator(Project project) {
        return validators.of(ProjectChecks.options(project));
    }

    private void check(Project project) {
        Asked asked = Asked.of(project);
        if (running || asked.equals(checked)) {
            return;
        }
        running = true;
        // what was found by the rules of another version has to be looked for again
        Validation before = asked.version().equals(checked.version()) ? last : Validation.NONE;
        workspace
                .tasks()
                .work(() -> validator(project).check(asked.files(), before))
                .then(found -> {
                    last = found;
                    done(asked);
                    workspace.found(new Checked(project, found.with(ProjectChecks.findings(project))));
                })
                .otherwise(fault -> {
                    done(asked);
                    throw new IllegalStateException("the check failed", fault);
                })
                .start();
    }

    /// What was edited while the check ran is checked now.
    private void done(Asked asked) {
        checked = asked;
        running = false;
        workspace.tasks().onScreen(() -> check(workspace.document().project()));
    }
}

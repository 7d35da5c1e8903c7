package drydock.app.workspace;

import drydock.model.project.Project;
import drydock.model.validation.Validation;

/// A project, and what a check found in it.
public record Checked(Project project, Validation validation) {

    /// Nothing checked yet.
    public static final Checked NOTHING = new Checked(Project.EMPTY, Validation.NONE);
}

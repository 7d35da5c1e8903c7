package drydock.app.problems;

import drydock.model.validation.Finding;

/// Shows where a problem is: the figure on the canvas, the field in the inspector, the place in the text.
public interface ProblemPlace {

    /// Shows it and leaves the focus where it is.
    void reveal(Finding finding);

    /// Shows it and puts the focus into the text.
    void enter(Finding finding);
}

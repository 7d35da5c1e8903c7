package drydock.app.problems;

import drydock.app.action.Action;
import drydock.app.fix.Fixing;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.MenuItem;

/// What a user can do about problems from anywhere in the window.
public final class ProblemActions {

    private final Messages messages = Messages.of(ProblemActions.class);
    private final ProblemsView view;
    private final Fixing fixing;
    private final Runnable reveal;
    private final BooleanBinding any;
    private final BooleanProperty advice;

    /// @param reveal brings the list of problems into view
    public ProblemActions(Workspace workspace, ProblemsView view, Fixing fixing, Runnable reveal) {
        this.view = view;
        this.fixing = fixing;
        this.reveal = reveal;
        this.advice = workspace.adviceProperty();
        this.any = Bindings.createBooleanBinding(
                () -> !workspace.findingsProperty().get().isEmpty(), workspace.findingsProperty());
    }

    public List<Action> actions() {
        return List.of(
                action("showProblems", this::show)
                        .withIcon("fth-alert-triangle")
                        .withKeys("Shortcut+Shift+M"),
                action("nextProblem", () -> view.step(1)).withKeys("F8").when(any),
                action("previousProblem", () -> view.step(-1))
                        .withKeys("Shift+F8")
                        .when(any),
                action("fixAll", fixing::makeAll).when(any),
                Action.toggle("advice", messages.get("action.advice"), advice));
    }

    /// What was found about an object that is selected, for the menu of its figure; empty if nothing was.
    public Optional<MenuItem> menuOf(ResourceId object) {
        return view.menuOf(object, () -> {
            view.narrowToSelected();
            show();
        });
    }

    /// Shows the list and puts the focus there.
    public void show() {
        reveal.run();
        view.enterList();
    }

    private Action action(String id, Runnable run) {
        return Action.of(id, messages.get("action." + id), run);
    }
}

package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.Dialogs;
import drydock.app.drift.Beside;
import drydock.app.drift.DriftActions;
import drydock.app.drift.DriftCount;
import drydock.app.drift.DriftMarks;
import drydock.app.drift.DriftView;
import drydock.app.settings.Settings;
import drydock.app.workspace.Workspace;
import java.util.function.Supplier;
import javafx.stage.Window;

/// How the project stands beside a live cluster, put together for a window.
///
/// @param count how many differences there are, in the status bar
/// @param marks what they are on the canvas, with a legend
record DriftAssembly(DriftActions actions, DriftView view, DriftCount count, DriftMarks marks) {

    /// @param shown leads to an object that is chosen in the list
    /// @param owner the window, which is not there yet
    /// @param bring brings the list into view
    static DriftAssembly of(
            Workspace workspace,
            CanvasView canvas,
            Dialogs dialogs,
            Settings settings,
            ShownDrift shown,
            Supplier<Window> owner,
            Runnable bring) {
        Beside beside = new Beside(workspace);
        DriftActions actions = new DriftActions(workspace, beside, dialogs, settings, owner, bring);
        return new DriftAssembly(
                actions,
                new DriftView(workspace, beside, shown, actions.ofAll()),
                new DriftCount(beside, bring),
                new DriftMarks(canvas, beside));
    }
}

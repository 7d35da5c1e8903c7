package drydock.app.shell;

import drydock.app.activity.Activities;
import drydock.app.activity.Leaving;
import drydock.app.console.ProjectTexts;
import drydock.app.console.TextEditor;
import drydock.app.dialog.Dialogs;
import drydock.app.files.OtherFiles;
import drydock.app.live.ClusterBar;
import drydock.app.live.Connecting;
import drydock.app.live.OpenClusters;
import drydock.app.live.RecordButton;
import drydock.app.live.RecordingActions;
import drydock.app.recording.RecordingFiles;
import drydock.app.session.ClusterCommands;
import drydock.app.settings.Settings;
import drydock.app.simulation.RunActions;
import drydock.app.simulation.Simulating;
import drydock.app.simulation.TryOut;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.FileReader;
import drydock.sim.kubectl.Kubectl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;

/// The clusters of a window, put together: what simulates the project, connects to live clusters and plays recordings.
///
/// @param open the live clusters and recordings that are open
/// @param actions what can be done with clusters as a whole
/// @param activities what goes on in them for a while
/// @param leaving asks before something of that would end
record ClusterAssembly(
        Simulating simulating,
        OpenClusters open,
        Connecting connecting,
        ClusterActions actions,
        RunActions runs,
        RecordingActions recordings,
        TryOut tryOut,
        Activities activities,
        Leaving leaving) {

    /// @param owner the window, which is not there yet
    static ClusterAssembly of(Workspace workspace, Dialogs dialogs, Settings settings, Supplier<Window> owner) {
        FileReader texts = new ProjectTexts(workspace);
        TextEditor editor = new TextEditor(workspace, dialogs);
        ClusterCommands commands =
                (cluster, namespace, timer) -> new Kubectl(cluster, namespace, texts, Locale.getDefault())
                        .timedBy(timer)
                        .editedBy(editor, cluster);
        Simulating simulating = new Simulating(
                workspace,
                (simulation, written, files) -> new Kubectl(
                                simulation.cluster(), ResourceId.DEFAULT_NAMESPACE, files, Locale.getDefault())
                        .timedBy(simulation.engine()::schedule)
                        .measuredBy(simulation.usages())
                        .withPrograms(simulation.network().outside())
                        .editedBy(editor, written),
                texts,
                owner);
        OpenClusters open = new OpenClusters(workspace);
        Connecting connecting = new Connecting(workspace, dialogs, settings, commands, owner, open);
        Activities activities = new Activities();
        Leaving leaving = new Leaving(activities, dialogs);
        open.setOnEnd(activities::leave);
        open.setMayEnd(session -> leaving.mayLeave(Optional.of(session)));
        return new ClusterAssembly(
                simulating,
                open,
                connecting,
                new ClusterActions(workspace, simulating::start, connecting::ask, open),
                new RunActions(workspace, dialogs, simulating),
                new RecordingActions(workspace, dialogs, open, commands),
                new TryOut(workspace, dialogs, simulating),
                activities,
                leaving);
    }

    /// Opens recordings and runs, where they are dropped or given.
    OtherFiles files() {
        return new OtherFiles(List.of(
                new OtherFiles.Kind(RecordingFiles::isOne, recordings::open),
                new OtherFiles.Kind(RunActions::isOne, runs::open)));
    }

    /// The tabs of the clusters that are open, and what can be done with them.
    ClusterBar bar(Workspace workspace, Settings settings) {
        return new ClusterBar(
                workspace,
                open,
                settings,
                connecting::ask,
                new RecordButton(workspace, open, recordings::toggle),
                tryOut.button());
    }
}

package drydock.app.simulation;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.export.ExportFiles;
import drydock.app.text.Messages;
import drydock.app.timeline.Goal;
import drydock.app.workspace.Mode;
import drydock.app.workspace.Workspace;
import drydock.sim.run.Recording;
import drydock.sim.run.RecordingReader;
import drydock.sim.run.RecordingWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanBinding;

/// What can be done with a run of the simulation: go in time, part from it, save it and open it again.
public final class RunActions {

    private static final String ENDING = ".drydock-run";
    private static final String FILE_NAME = "run" + ENDING;

    private final Messages messages = Messages.of(RunActions.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Simulating simulating;

    public RunActions(Workspace workspace, Dialogs dialogs, Simulating simulating) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.simulating = simulating;
    }

    public List<Action> actions() {
        BooleanBinding simulated = workspace.modeProperty().isEqualTo(Mode.SIMULATION);
        Need need = Need.SIMULATION;
        return List.of(
                Action.of(
                                "runFork",
                                messages.get("run.fork"),
                                () -> simulating.session().ifPresent(s -> s.fork()))
                        .withIcon("fth-git-branch")
                        .when(simulated, need),
                Action.of(
                                "runPresent",
                                messages.get("run.present"),
                                () -> simulating.session().ifPresent(s -> s.goToPresent()))
                        .when(simulated, need),
                until(Goal.AVAILABLE).when(simulated, need),
                until(Goal.FAILURE).when(simulated, need),
                until(Goal.QUIET).when(simulated, need),
                Action.of("runSave", messages.get("run.save"), this::save)
                        .withIcon("fth-save")
                        .when(simulated, need),
                Action.of("runOpen", messages.get("run.open"), this::open).withIcon("fth-film"));
    }

    private Action until(Goal goal) {
        String name = goal.name().toLowerCase(Locale.ROOT);
        return Action.of(
                "runUntil-" + name,
                messages.get("run.until." + name),
                () -> simulating.session().ifPresent(session -> session.runUntil(goal)));
    }

    private void save() {
        simulating
                .session()
                .ifPresent(session -> session.recording()
                        .then(recording -> dialogs.chooseNewFile(messages.get("run.save.title"), FILE_NAME)
                                .ifPresent(file -> write(recording, file)))
                        .start());
    }

    private void write(Recording recording, Path file) {
        workspace
                .tasks()
                .work(() -> {
                    ExportFiles.write(file, RecordingWriter.write(recording).getBytes(StandardCharsets.UTF_8));
                    return file;
                })
                .then(_ -> workspace.messageProperty().set(messages.get("run.saved", file)))
                .otherwise(failure -> dialogs.tell(
                        messages.get("run.notSaved"),
                        messages.get("run.notSaved.text", file, String.valueOf(failure.getMessage()))))
                .start();
    }

    private void open() {
        dialogs.chooseFile(messages.get("run.open.title")).ifPresent(this::open);
    }

    /// Whether a file is a run that was saved, by its name.
    public static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /// Opens a run that was saved; says why where it cannot be read.
    public void open(Path file) {
        workspace
                .tasks()
                .work(() -> RecordingReader.read(Files.readString(file)))
                .then(simulating::open)
                .otherwise(failure -> dialogs.tell(messages.get("run.notOpened"), unreadable(file, failure)))
                .start();
    }

    private String unreadable(Path file, Exception failure) {
        return switch (failure) {
            case RecordingReader.UnreadableException bad ->
                messages.get("run.unreadable." + bad.fault().name().toLowerCase(Locale.ROOT), file, bad.place());
            case CharacterCodingException noText -> messages.get("run.unreadable.not_a_run", file, "1:1");
            case NoSuchFileException gone -> messages.get("run.gone", file);
            default -> messages.get("run.notOpened.text", file, String.valueOf(failure.getMessage()));
        };
    }
}

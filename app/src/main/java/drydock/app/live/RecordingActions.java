package drydock.app.live;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.dialog.Dialogs;
import drydock.app.recording.RecordingFiles;
import drydock.app.recording.RecordingReader.Ending;
import drydock.app.recording.UnreadableException;
import drydock.app.replay.Beginning;
import drydock.app.replay.Opening;
import drydock.app.replay.ReplaySession;
import drydock.app.session.ClusterCommands;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What can be done with recordings: make one of the live cluster that is looked at, and open one.
public final class RecordingActions {

    private final Messages messages = Messages.of(RecordingActions.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final OpenClusters clusters;
    private final ClusterCommands commands;
    private final ObjectProperty<Optional<Opening>> opening =
            new SimpleObjectProperty<>(this, "opening", Optional.empty());

    /// @param commands what the console's commands are run by
    public RecordingActions(Workspace workspace, Dialogs dialogs, OpenClusters clusters, ClusterCommands commands) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.clusters = clusters;
        this.commands = commands;
    }

    /// Begins to record the cluster that is looked at, or stops it.
    public Action record() {
        return Action.of("record", messages.get("record"), this::toggle)
                .withIcon("fth-disc")
                .when(
                        Bindings.createBooleanBinding(() -> clusters.seen().isPresent(), workspace.sessionProperty()),
                        Need.LIVE);
    }

    /// Asks for a recording and opens it.
    public Action open() {
        return Action.of(
                        "openRecording",
                        messages.get("record.open"),
                        () -> dialogs.chooseFile(
                                        messages.get("record.open.title"),
                                        messages.get("record.files"),
                                        RecordingFiles.PATTERNS)
                                .ifPresent(this::open))
                .withIcon("fth-film");
    }

    /// Both.
    public List<Action> actions() {
        return List.of(record(), open());
    }

    public void toggle() {
        clusters.seen()
                .ifPresent(session -> session.recordingProperty()
                        .get()
                        .ifPresentOrElse(_ -> session.stopRecording(), () -> begin(session)));
    }

    private void begin(LiveSession session) {
        String name = RecordingFiles.name(session.info().name(), Instant.now(), ZoneId.systemDefault());
        dialogs.chooseNewFile(messages.get("record.title"), name)
                .map(file -> RecordingFiles.isOne(file)
                        ? file
                        : file.resolveSibling(file.getFileName() + ".drydock-recording"))
                .ifPresent(file -> session.record(file, failure -> ended(file, failure)));
    }

    private void ended(Path file, Optional<IOException> failure) {
        workspace
                .messageProperty()
                .set(failure.map(why -> messages.get("record.failed", file, String.valueOf(why.getMessage())))
                        .orElseGet(() -> messages.get("record.done", file)));
    }

    /// The recording that is being opened, if one is: it may be cancelled.
    public ObservableValue<Optional<Opening>> opening() {
        return opening;
    }

    /// Opens a recording in a tab of its own, in place of one that is still being opened; says why where it cannot be
    /// read.
    public void open(Path file) {
        opening.get().ifPresent(Opening::cancel);
        Opening one = new Opening(file);
        opening.set(Optional.of(one));
        workspace
                .tasks()
                .work(() -> Beginning.of(one.read()))
                .then(beginning -> {
                    over(one);
                    if (!one.isCancelled()) {
                        show(file, beginning);
                    }
                })
                .otherwise(failure -> {
                    over(one);
                    if (!one.isCancelled()) {
                        dialogs.tell(messages.get("record.notOpened"), unreadable(file, failure));
                    }
                })
                .start();
    }

    private void over(Opening one) {
        if (opening.get().filter(one::equals).isPresent()) {
            opening.set(Optional.empty());
        }
    }

    private void show(Path file, Beginning beginning) {
        clusters.open(new ReplaySession(beginning, commands, workspace.tasks()));
        Ending ending = beginning.recording().ending();
        workspace
                .messageProperty()
                .set(
                        switch (ending.how()) {
                            case WHOLE -> "";
                            case CUT -> messages.get("record.cut", file.getFileName(), ending.lines());
                            case STOPPED -> messages.get("record.tooBig", file.getFileName(), ending.lines());
                        });
    }

    private String unreadable(Path file, Exception failure) {
        return switch (failure) {
            case UnreadableException bad ->
                messages.get("record.unreadable." + bad.fault(), file, bad.line(), String.valueOf(bad.getMessage()));
            case NoSuchFileException _ -> messages.get("record.gone", file);
            case AccessDeniedException _ -> messages.get("record.denied", file);
            default -> messages.get("record.notOpened.text", file, String.valueOf(failure.getMessage()));
        };
    }
}

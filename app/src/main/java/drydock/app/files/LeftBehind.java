package drydock.app.files;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.recovery.LeftWork;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.recovery.UnsavedWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Asks what is to become of unsaved work that a window left behind which was killed.
final class LeftBehind {

    private static final int MOST_NAMED = 12;

    private final Messages messages = Messages.of(LeftBehind.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final RecoveryFolder folder;

    LeftBehind(Workspace workspace, Dialogs dialogs, RecoveryFolder folder) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.folder = folder;
    }

    /// Offers the work of the project that was just opened from `root`.
    Optional<LeftWork> offerOf(Optional<Path> root) {
        Project disk = workspace.document().project();
        left().stream()
                .filter(left -> left.work().project().equals(root))
                .filter(left -> left.work().isIn(disk))
                .forEach(this::discard);
        return offer(root::equals);
    }

    /// Offers the work of projects that `wanted` holds for, one after the other.
    ///
    /// @param wanted by the project's folder; empty for a project without one
    /// @return what the user wants back; what is unwanted is gone then, what was not answered is offered again
    Optional<LeftWork> offer(Predicate<Optional<Path>> wanted) {
        String restore = messages.get("files.recovery.restore");
        String discard = messages.get("files.recovery.discard");
        for (LeftWork left : left()) {
            if (!wanted.test(left.work().project())) {
                continue;
            }
            Optional<String> answer =
                    dialogs.choose(messages.get("files.recovery"), text(left.work()), List.of(restore, discard));
            if (answer.equals(Optional.of(restore))) {
                return Optional.of(left);
            }
            if (answer.equals(Optional.of(discard))) {
                discard(left);
            }
        }
        return Optional.empty();
    }

    /// Makes the work part of the open project, in one step, after asking where files were changed meanwhile.
    ///
    /// @return whether it was done
    boolean restore(LeftWork left) {
        Project disk = workspace.document().project();
        if (left.work().isIn(disk)) {
            discard(left);
            workspace.messageProperty().set(messages.get("files.recovery.saved"));
            return false;
        }
        List<String> changed = left.work().changedMeanwhile(disk);
        boolean wanted = changed.isEmpty()
                || left.work().project().isEmpty()
                || dialogs.confirm(
                        messages.get("files.recovery"),
                        messages.get("files.recovery.changed", named(changed)),
                        messages.get("files.recovery.restore"));
        return wanted && workspace.perform(left.work().on(disk).restoring(), "edit.restore");
    }

    private List<LeftWork> left() {
        try {
            return folder.left(broken ->
                    dialogs.tell(messages.get("files.recovery"), messages.get("files.recovery.broken", broken)));
        } catch (IOException unreadable) {
            workspace
                    .messageProperty()
                    .set(messages.get(
                            "files.recovery.notRead", folder.path(), String.valueOf(unreadable.getMessage())));
            return List.of();
        }
    }

    private void discard(LeftWork left) {
        try {
            left.discard();
        } catch (IOException stays) {
            workspace
                    .messageProperty()
                    .set(messages.get("files.recovery.notRead", left.file(), String.valueOf(stays.getMessage())));
        }
    }

    private String text(UnsavedWork work) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(Locale.getDefault())
                .format(work.time().atZone(ZoneId.systemDefault()));
        String project = work.project().map(Path::toString).orElseGet(() -> messages.get("files.recovery.untitled"));
        List<String> files = work.files().isEmpty()
                ? List.of(messages.get("files.recovery.diagram"))
                : List.copyOf(work.files().keySet());
        return messages.get("files.recovery.text", project, time, named(files));
    }

    private static String named(List<String> files) {
        return files.stream().limit(MOST_NAMED).collect(Collectors.joining("\n"))
                + (files.size() > MOST_NAMED ? "\n…" : "");
    }
}

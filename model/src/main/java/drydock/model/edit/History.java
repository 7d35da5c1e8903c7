package drydock.model.edit;

import drydock.model.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project, the steps that led to it, and those that were undone.
///
/// **Immutable**: each method gives the history after it. **Undo restores every byte**, for each step keeps
/// the project before and after it; they share what the step did not touch. What is looked at is not in it:
/// it stays as it is when steps are undone.
public final class History {

    /// How many steps can be undone.
    public static final int LIMIT = 1_000;

    /// How many characters of changed files are kept for undoing; the last step is kept in any case.
    public static final long CHARACTER_LIMIT = 64L << 20;

    /// Keys that follow each other within this time are one step.
    public static final long TYPING_INTERVAL_NANOS = 1_000_000_000L;

    private record Mark(String label, Project before) {}

    private final Project project;
    private final List<HistoryEntry> done;
    private final List<HistoryEntry> undone;
    private final @Nullable Mark mark;

    /// The position below `done`, the one that was saved last, and the next that is free.
    private final long base;

    private final long saved;
    private final long next;

    private History(
            Project project,
            List<HistoryEntry> done,
            List<HistoryEntry> undone,
            @Nullable Mark mark,
            long base,
            long saved,
            long next) {
        this.project = project;
        this.done = List.copyOf(done);
        this.undone = List.copyOf(undone);
        this.mark = mark;
        this.base = base;
        this.saved = saved;
        this.next = next;
    }

    /// The history of a project that was just opened.
    public static History of(Project project) {
        return new History(project, List.of(), List.of(), null, 0, 0, 1);
    }

    public Project project() {
        return project;
    }

    /// Makes an edit, called what it calls itself.
    ///
    /// @param timeNanos the time, on any clock that does not go back
    public Outcome<History> apply(Edit edit, long timeNanos) {
        return apply(edit, edit.label(), timeNanos);
    }

    /// Makes an edit. Under an open mark it becomes part of the mark's step; typing that goes on becomes
    /// part of the step before it, unless that was saved; else it is a step of its own.
    ///
    /// @param label the key of the step's name in menus
    /// @param timeNanos the time, on any clock that does not go back
    public Outcome<History> apply(Edit edit, String label, long timeNanos) {
        return edit.applyTo(project).map(after -> {
            if (mark != null) {
                return new History(after, done, undone, mark, base, saved, next);
            }
            Typing typing = Typing.of(edit, timeNanos);
            return typing != null && continues(typing, edit)
                    ? withStep(
                            done.subList(0, done.size() - 1),
                            done.getLast().label(),
                            done.getLast().before(),
                            after,
                            typing)
                    : withStep(done, label, project, after, typing);
        });
    }

    private boolean continues(Typing typing, Edit edit) {
        return !done.isEmpty()
                && undone.isEmpty()
                && position() != saved
                && done.getLast().typing() != null
                && edit instanceof Edit.ChangeText change
                && done.getLast().typing().continuesWith(typing, change, TYPING_INTERVAL_NANOS);
    }

    private History withStep(
            List<HistoryEntry> earlier, String label, Project before, Project after, @Nullable Typing typing) {
        HistoryEntry step = HistoryEntry.of(next, label, before, after, typing);
        List<HistoryEntry> all =
                Stream.concat(earlier.stream(), Stream.of(step)).toList();
        int dropped = all.size() - keepable(all);
        long newBase = dropped == 0 ? base : all.get(dropped - 1).serial();
        return new History(after, all.subList(dropped, all.size()), List.of(), null, newBase, saved, next + 1);
    }

    /// How many of the last steps the limits allow.
    private static int keepable(List<HistoryEntry> steps) {
        int kept = 0;
        long characters = 0;
        for (HistoryEntry step : steps.reversed()) {
            characters += step.characters();
            if (kept == LIMIT || (kept > 0 && characters > CHARACTER_LIMIT)) {
                return kept;
            }
            kept++;
        }
        return kept;
    }

    /// Opens a mark: all that is done until [#commit] is one step, or until [#rollBack] never was.
    ///
    /// @throws IllegalStateException if one is open
    public History mark(String label) {
        if (mark != null) {
            throw new IllegalStateException("a mark is open: " + mark.label());
        }
        return new History(project, done, undone, new Mark(label, project), base, saved, next);
    }

    public boolean isMarkOpen() {
        return mark != null;
    }

    /// Closes the mark. What was done since it was opened is one step; nothing, if nothing was done.
    ///
    /// @throws IllegalStateException if none is open
    public History commit() {
        Mark open = requireMark();
        return isSame(open.before(), project)
                ? new History(project, done, undone, null, base, saved, next)
                : withStep(done, open.label(), open.before(), project, null);
    }

    /// Closes the mark; the project is again as it was when the mark was opened.
    ///
    /// @throws IllegalStateException if none is open
    public History rollBack() {
        return at(requireMark().before(), done, undone);
    }

    /// Takes the last step back; with an open mark, rolls it back. With nothing to undo, nothing changes.
    public History undo() {
        if (mark != null) {
            return rollBack();
        }
        if (done.isEmpty()) {
            return this;
        }
        HistoryEntry step = done.getLast();
        List<HistoryEntry> later =
                Stream.concat(Stream.of(step), undone.stream()).toList();
        return at(step.before(), done.subList(0, done.size() - 1), later);
    }

    /// Does again what was undone last. With nothing to redo, or with an open mark, nothing changes.
    public History redo() {
        if (mark != null || undone.isEmpty()) {
            return this;
        }
        HistoryEntry step = undone.getFirst();
        List<HistoryEntry> earlier =
                Stream.concat(done.stream(), Stream.of(step)).toList();
        return at(step.after(), earlier, undone.subList(1, undone.size()));
    }

    /// The key of the name of what [#undo] would take back; empty if there is nothing.
    public Optional<String> undoLabel() {
        return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast().label());
    }

    /// The key of the name of what [#redo] would do again; empty if there is nothing.
    public Optional<String> redoLabel() {
        return undone.isEmpty()
                ? Optional.empty()
                : Optional.of(undone.getFirst().label());
    }

    /// Where in its steps the history stands. Take it along when the project is saved, for [#saved].
    public long position() {
        return done.isEmpty() ? base : done.getLast().serial();
    }

    /// Remembers that the project was saved as it was at `position`.
    public History saved(long position) {
        return new History(project, done, undone, mark, base, position, next);
    }

    /// Whether the project differs from what was saved or opened.
    public boolean isDirty() {
        return position() != saved || (mark != null && !isSame(mark.before(), project));
    }

    private History at(Project then, List<HistoryEntry> newDone, List<HistoryEntry> newUndone) {
        Project looked =
                then.withDiagram(then.diagram().withView(project.diagram().view()));
        return new History(looked, newDone, newUndone, null, base, saved, next);
    }

    private Mark requireMark() {
        if (mark == null) {
            throw new IllegalStateException("no mark is open");
        }
        return mark;
    }

    private static boolean isSame(Project before, Project after) {
        return before.files().equals(after.files())
                && before.diagram()
                        .withView(Optional.empty())
                        .equals(after.diagram().withView(Optional.empty()));
    }
}

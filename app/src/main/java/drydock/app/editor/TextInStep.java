package drydock.app.editor;

import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/// Keeps a text area and one file of the document in step.
///
/// What is typed becomes an edit of the file, and what the file becomes by other edits shows in the area. It is known
/// which state of the file the area shows, so neither text is compared while one types.
final class TextInStep {

    /// Up to so many places are changed one by one, so that what is folded between them stays so.
    private static final int MOST_PLACES = 500;

    private final Workspace workspace;
    private final CodeArea area;
    private @Nullable ManifestFile shown;
    private LineEnds ends = new LineEnds("");
    private boolean following;
    private boolean outOfStep;

    TextInStep(Workspace workspace, CodeArea area) {
        this.workspace = workspace;
        this.area = area;
        area.plainTextChanges().subscribe(this::typed);
    }

    /// The file that is shown, as it is at this moment.
    Optional<ManifestFile> file() {
        return Optional.ofNullable(shown);
    }

    /// Leads from the area's positions to the file's and back.
    LineEnds ends() {
        return ends;
    }

    /// Whether the area's text or caret changes at this moment because the document did.
    boolean isFollowing() {
        return following;
    }

    /// Shows a file, or what became of the one that is shown; the caret goes to what changed.
    void show(@Nullable ManifestFile file) {
        if (following || file == shown) {
            return;
        }
        boolean another = file == null || shown == null || !file.path().equals(shown.path());
        String before = ends.shown();
        become(file);
        following = true;
        if (another) {
            area.replaceText(ends.shown());
            area.moveTo(0);
        } else {
            List<TextEdit> edits = TextDifference.byLines(before, ends.shown());
            edits.reversed().forEach(this::apply);
            edits.stream()
                    .findFirst()
                    .ifPresent(first ->
                            area.moveTo(first.start() + first.replacement().length()));
        }
        following = false;
        area.requestFollowCaret();
    }

    /// Changes the text at several places as one step that can be undone.
    ///
    /// @param edits places of the shown text, in their order, none touching another
    /// @param label the key of the step's name in the messages of edits
    /// @return whether it was done
    boolean change(List<TextEdit> edits, String label) {
        if (edits.isEmpty() || shown == null || outOfStep) {
            return false;
        }
        String path = shown.path();
        following = true;
        workspace.document().beginStep(label);
        boolean done = workspace.perform(new Edit.ChangeText(path, ends.inFile(together(edits))), label);
        workspace.document().endStep();
        if (done) {
            List<TextEdit> places = edits.size() > MOST_PLACES ? List.of(together(edits)) : edits;
            places.reversed().forEach(this::apply);
            become(current(path));
        }
        following = false;
        return done;
    }

    private void apply(TextEdit edit) {
        area.replaceText(edit.start(), edit.end(), edit.replacement());
    }

    /// The one edit that does what all of `edits` do.
    private TextEdit together(List<TextEdit> edits) {
        String text = ends.shown();
        StringBuilder replacement = new StringBuilder();
        int at = edits.getFirst().start();
        for (TextEdit edit : edits) {
            replacement.append(text, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        return new TextEdit(edits.getFirst().start(), at, replacement.toString());
    }

    private void typed(PlainTextChange change) {
        if (following || outOfStep || shown == null || change.getRemoved().equals(change.getInserted())) {
            return;
        }
        String path = shown.path();
        TextEdit edit = new TextEdit(
                change.getPosition(), change.getPosition() + change.getRemoved().length(), change.getInserted());
        following = true;
        boolean done = workspace.perform(new Edit.ChangeText(path, ends.inFile(edit)));
        following = false;
        if (done) {
            become(current(path));
        } else {
            outOfStep = true;
            workspace.tasks().onScreen(this::takeBack);
        }
    }

    /// Shows the file again as it is, where what was typed was refused.
    private void takeBack() {
        outOfStep = false;
        following = true;
        apply(TextDifference.between(area.getText(), ends.shown()));
        following = false;
        show(shown == null ? null : current(shown.path()));
    }

    private @Nullable ManifestFile current(String path) {
        return workspace.document().project().file(path).orElse(null);
    }

    private void become(@Nullable ManifestFile file) {
        shown = file;
        ends = new LineEnds(file == null ? "" : file.text());
    }
}

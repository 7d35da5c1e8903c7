package drydock.app.editor;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// The text of one file at a time.
///
/// The text shown is always that of the document, also where it cannot be read as YAML; the area's own undo is off.
public final class EditorView extends BorderPane {

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;
    private final ComboBox<String> files = new ComboBox<>();
    private final CodeArea area = new CodeArea();
    private @Nullable String shownPath;
    private boolean followingDocument;
    private boolean followingSelection;

    public EditorView(Workspace workspace) {
        this.workspace = workspace;
        Messages messages = Messages.of(EditorView.class);
        getStyleClass().add("editor");
        area.setId("editor-text");
        area.setAccessibleText(messages.get("editor.text"));
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::undoWithDocument);
        area.plainTextChanges().subscribe(this::typed);
        area.caretPositionProperty().subscribe(position -> caretMoved(position));
        files.setId("editor-file");
        files.setAccessibleText(messages.get("editor.file"));
        files.setMaxWidth(Double.MAX_VALUE);
        files.valueProperty().subscribe(this::showFile);
        setTop(files);
        setCenter(new VirtualizedScrollPane<>(area));
        workspace.document().projectProperty().subscribe(this::follow);
        workspace.selection().objectsProperty().subscribe(this::followSelection);
    }

    /// Shows a place of a file and puts the caret there.
    public void show(String path, TextSpan span) {
        files.setValue(path);
        file(path).ifPresent(file -> select(new LineEnds(file.text()), span));
        area.requestFocus();
    }

    private void follow(Project project) {
        List<String> paths = List.copyOf(project.files().keySet());
        if (!paths.equals(files.getItems())) {
            String shown = files.getValue();
            files.getItems().setAll(paths);
            files.setValue(shown != null && paths.contains(shown) ? shown : paths.isEmpty() ? null : paths.getFirst());
        }
        showFile(files.getValue());
    }

    private void showFile(@Nullable String path) {
        String wanted = path == null
                ? ""
                : file(path).map(f -> new LineEnds(f.text()).shown()).orElse("");
        area.setDisable(path == null);
        TextEdit difference = TextDifference.between(area.getText(), wanted);
        if (difference.start() == difference.end() && difference.replacement().isEmpty()) {
            return;
        }
        boolean another = path == null || !path.equals(shownPath);
        shownPath = path;
        followingDocument = true;
        area.replaceText(difference.start(), difference.end(), difference.replacement());
        followingDocument = false;
        area.setStyleSpans(0, YamlHighlighter.highlight(area.getText()));
        if (another) {
            area.moveTo(0);
            area.requestFollowCaret();
        }
    }

    private void typed(PlainTextChange change) {
        String path = files.getValue();
        if (followingDocument || path == null) {
            return;
        }
        TextEdit edit = new TextEdit(
                change.getPosition(), change.getPosition() + change.getRemoved().length(), change.getInserted());
        file(path)
                .map(file -> new LineEnds(file.text()).inFile(edit))
                .ifPresent(inFile -> workspace.perform(new Edit.ChangeText(path, inFile)));
        area.setStyleSpans(0, YamlHighlighter.highlight(area.getText()));
        workspace.tasks().onScreen(() -> showFile(files.getValue()));
    }

    private void undoWithDocument(KeyEvent event) {
        if (UNDO.match(event)) {
            workspace.document().undo();
            event.consume();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            workspace.document().redo();
            event.consume();
        }
    }

    /// The object that the caret is in is the selected one.
    private void caretMoved(int position) {
        if (followingSelection || followingDocument || !area.isFocused() || files.getValue() == null) {
            return;
        }
        file(files.getValue()).ifPresent(file -> {
            int inFile = new LineEnds(file.text()).inFile(position);
            Optional<ResourceId> at = file.documents().stream()
                    .filter(d ->
                            d.span().start() <= inFile && inFile <= d.span().end())
                    .findFirst()
                    .flatMap(ManifestDocument::id);
            followingSelection = true;
            at.ifPresent(id -> workspace.selection().select(List.of(id)));
            followingSelection = false;
        });
    }

    private void followSelection(List<ResourceId> selected) {
        if (followingSelection || selected.size() != 1) {
            return;
        }
        List<Declaration> declarations = workspace.document().project().declarations(selected.getFirst());
        if (declarations.isEmpty()) {
            return;
        }
        Declaration first = declarations.getFirst();
        followingSelection = true;
        files.setValue(first.path());
        file(first.path()).ifPresent(file -> {
            LineEnds ends = new LineEnds(file.text());
            TextSpan span = first.document().spanOf(FieldPath.of("metadata", "name"));
            area.moveTo(ends.inShown(span.start()));
            area.requestFollowCaret();
        });
        followingSelection = false;
    }

    private void select(LineEnds ends, TextSpan span) {
        area.selectRange(ends.inShown(span.start()), ends.inShown(span.end()));
        area.requestFollowCaret();
    }

    private Optional<ManifestFile> file(String path) {
        return workspace.document().project().file(path);
    }
}

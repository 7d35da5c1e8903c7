package drydock.app.editor;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
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
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
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

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REPLACE = new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND_NEXT = new KeyCodeCombination(KeyCode.F3);
    private static final KeyCombination FIND_PREVIOUS = new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);

    private final Workspace workspace;
    private final ComboBox<String> files = new ComboBox<>();
    private final CodeArea area = new CodeArea();
    private final TextInStep text;
    private final ProblemMarks problems;
    private final TextSearch search;
    private final FindBar findBar;
    private boolean followingSelection;
    private boolean caretIsAhead;

    public EditorView(Workspace workspace) {
        this.workspace = workspace;
        Messages messages = Messages.of(EditorView.class);
        getStyleClass().add("editor");
        area.setId("editor-text");
        area.setAccessibleText(messages.get("editor.text"));
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::undoWithDocument);
        text = new TextInStep(workspace, area);
        LineStyles styles = new LineStyles(area, workspace.tasks());
        problems = new ProblemMarks(workspace, area, text, styles);
        search = new TextSearch(workspace, area, text, styles);
        findBar = new FindBar(area, search);
        new Completing(workspace, area, text);
        new LineKeys(area, text);
        area.setParagraphGraphicFactory(new Margin(area, problems::onLine));
        area.caretPositionProperty().subscribe(_ -> caretMoved());
        files.setId("editor-file");
        files.setAccessibleText(messages.get("editor.file"));
        files.setMaxWidth(Double.MAX_VALUE);
        files.valueProperty().subscribe(this::showFile);
        setTop(new VBox(files, findBar));
        addEventFilter(KeyEvent.KEY_PRESSED, this::find);
        setCenter(new VirtualizedScrollPane<>(area));
        workspace.document().projectProperty().subscribe(this::follow);
        workspace.selection().objectsProperty().subscribe(this::followSelection);
    }

    /// Shows a place of a file and puts the caret there.
    public void show(String path, TextSpan span) {
        files.setValue(path);
        if (path.equals(files.getValue())) {
            area.selectRange(text.ends().inShown(span.start()), text.ends().inShown(span.end()));
            area.requestFollowCaret();
        }
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
        Optional<ManifestFile> before = text.file();
        Project project = workspace.document().project();
        ManifestFile file = path == null ? null : project.file(path).orElse(null);
        area.setDisable(file == null);
        text.show(file);
        if (!before.map(ManifestFile::path).equals(text.file().map(ManifestFile::path))) {
            problems.show();
        }
    }

    private void find(KeyEvent event) {
        if (FIND.match(event)) {
            findBar.open(false);
        } else if (REPLACE.match(event)) {
            findBar.open(true);
        } else if (FIND_NEXT.match(event)) {
            search.next();
        } else if (FIND_PREVIOUS.match(event)) {
            search.previous();
        } else {
            return;
        }
        event.consume();
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

    private void caretMoved() {
        if (!followingSelection && !text.isFollowing() && !caretIsAhead) {
            caretIsAhead = true;
            workspace.tasks().onScreen(this::selectAtCaret);
        }
    }

    /// The object that the caret is in is the selected one.
    private void selectAtCaret() {
        caretIsAhead = false;
        if (!area.isFocused()) {
            return;
        }
        Optional<ResourceId> at =
                text.file().flatMap(file -> DeclaredAt.find(file, text.ends().inFile(area.getCaretPosition())));
        followingSelection = true;
        at.ifPresent(id -> workspace.selection().select(List.of(id)));
        followingSelection = false;
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
        TextSpan span = first.document().spanOf(first.inDocument(FieldPath.of("metadata", "name")));
        area.moveTo(text.ends().inShown(span.start()));
        area.requestFollowCaret();
        followingSelection = false;
    }
}

package drydock.app.editor;

import drydock.app.fix.FixMenu;
import drydock.app.fix.Fixing;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
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

    private final Workspace workspace;
    private final ComboBox<String> files = new ComboBox<>();
    private final CodeArea area = new FoldingArea();
    private final TextInStep text;
    private final ProblemMarks problems;
    private final TextSearch search;
    private final SearchBar searchBar;
    private final Completing completing;
    private final Explaining explaining;
    private final FixesHere fixes;
    private final Jumping jumping;
    private final LineKeys lines;
    private final Folding folding;
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    private boolean followingSelection;
    private boolean caretIsAhead;
    /// Whether the selected object was in no file when it was last looked for, as one of a cluster.
    private boolean awaitsDeclaration;

    public EditorView(Workspace workspace, Fixing fixing) {
        this.workspace = workspace;
        Messages messages = Messages.of(EditorView.class);
        getStyleClass().add("editor");
        area.setId("editor-text");
        area.setAccessibleText(messages.get("editor.text"));
        area.setUndoManager(UndoUtils.noOpUndoManager());
        text = new TextInStep(workspace, area);
        LineStyles styles = new LineStyles(area, workspace.tasks());
        problems = new ProblemMarks(workspace, area, text, styles);
        search = new TextSearch(workspace, area, text, styles);
        searchBar = new SearchBar(area, search);
        completing = new Completing(workspace, area, text);
        explaining = new Explaining(workspace, area, text, problems, fixing);
        fixes = new FixesHere(area, problems, new FixMenu(fixing));
        jumping = new Jumping(workspace, area, text, target -> show(target.path(), target.span()));
        lines = new LineKeys(area, text);
        folding = new Folding(workspace, area);
        folding.setOnChange(styles::schedule);
        area.setParagraphGraphicFactory(new Margin(
                area, problems::onLine, (mark, line) -> fixes.showForLine(line, mark), folding, workspace.tasks()));
        area.caretPositionProperty().subscribe(_ -> caretMoved());
        files.setId("editor-file");
        files.setAccessibleText(messages.get("editor.file"));
        files.setMaxWidth(Double.MAX_VALUE);
        files.valueProperty().subscribe(this::showFile);
        setTop(new VBox(files, searchBar));
        putKeys();
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setCenter(new VirtualizedScrollPane<>(area));
        workspace.document().projectProperty().subscribe(this::follow);
        workspace.selection().objectsProperty().subscribe(this::followSelection);
    }

    /// Shows a place of a file and puts the caret and the focus there.
    public void show(String path, TextSpan span) {
        reveal(path, span);
        area.requestFocus();
    }

    /// Shows a place of a file and selects it, and leaves the focus where it is.
    public void reveal(String path, TextSpan span) {
        files.setValue(path);
        if (path.equals(files.getValue())) {
            // the caret is at the beginning, which is what is to be seen of a long place
            area.selectRange(text.ends().inShown(span.end()), text.ends().inShown(span.start()));
            bringIntoView(area.getCurrentParagraph());
            area.requestFollowCaret();
        }
    }

    /// A line that is not in view yet comes to the middle, so that what stands around it is seen, too.
    private void bringIntoView(int line) {
        boolean inView = !area.getVisibleParagraphs().isEmpty()
                && area.firstVisibleParToAllParIndex() < line
                && line < area.lastVisibleParToAllParIndex();
        if (!inView) {
            area.showParagraphAtCenter(line);
        }
    }

    /// Whether there is a file whose text is shown.
    BooleanBinding showsTextBinding() {
        return area.disabledProperty().not();
    }

    void find() {
        searchBar.open(false);
    }

    void replace() {
        searchBar.open(true);
    }

    void complete() {
        area.requestFocus();
        completing.open();
    }

    void explain() {
        explaining.explainAtCaret();
    }

    /// Offers what mends the problems of the line that the caret is in.
    void fix() {
        area.requestFocus();
        fixes.showAtCaret();
    }

    void jump() {
        jumping.jumpFromCaret();
    }

    void fold() {
        folding.foldAtCaret();
    }

    void unfold() {
        folding.unfoldAtCaret();
    }

    void comment() {
        lines.comment();
    }

    private void follow(Project project) {
        List<String> paths = List.copyOf(project.files().keySet());
        if (!paths.equals(files.getItems())) {
            String shown = files.getValue();
            files.getItems().setAll(paths);
            files.setValue(shown != null && paths.contains(shown) ? shown : paths.isEmpty() ? null : paths.getFirst());
        }
        showFile(files.getValue());
        if (awaitsDeclaration && !area.isFocused()) {
            followSelection(workspace.selection().objects());
        }
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

    private void putKeys() {
        keys.put(KeyCombination.valueOf("Shortcut+Z"), workspace.document()::undo);
        keys.put(KeyCombination.valueOf("Shortcut+Shift+Z"), workspace.document()::redo);
        keys.put(KeyCombination.valueOf("Shortcut+Y"), workspace.document()::redo);
        keys.put(KeyCombination.valueOf("Shortcut+F"), this::find);
        keys.put(KeyCombination.valueOf("Shortcut+H"), this::replace);
        keys.put(KeyCombination.valueOf("F3"), search::next);
        keys.put(KeyCombination.valueOf("Shift+F3"), search::previous);
        keys.put(shifted(KeyCode.OPEN_BRACKET), this::fold);
        keys.put(shifted(KeyCode.CLOSE_BRACKET), this::unfold);
        keys.put(KeyCombination.valueOf("F1"), this::explain);
        keys.put(KeyCombination.valueOf("Shortcut+Period"), this::fix);
        keys.put(KeyCombination.valueOf("Alt+Enter"), this::fix);
        keys.put(KeyCombination.valueOf("F12"), this::jump);
        keys.put(KeyCombination.valueOf("Shortcut+Space"), this::complete);
        keys.put(KeyCombination.valueOf("Shortcut+Slash"), this::comment);
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private void key(KeyEvent event) {
        keys.entrySet().stream()
                .filter(entry -> entry.getKey().match(event))
                .findFirst()
                .ifPresent(entry -> {
                    entry.getValue().run();
                    event.consume();
                });
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
        awaitsDeclaration = false;
        if (followingSelection || text.isFollowing() || selected.size() != 1) {
            return;
        }
        List<Declaration> declarations = workspace.document().project().declarations(selected.getFirst());
        awaitsDeclaration = declarations.isEmpty();
        if (declarations.isEmpty()) {
            return;
        }
        Declaration first = declarations.getFirst();
        followingSelection = true;
        files.setValue(first.path());
        showFile(first.path());
        TextSpan span = first.document().spanOf(first.inDocument(FieldPath.of("metadata", "name")));
        area.moveTo(text.ends().inShown(span.start()));
        area.requestFollowCaret();
        followingSelection = false;
    }
}

package drydock.app.arrange;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.canvas.CanvasView;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.Diagram;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Group;
import drydock.model.diagram.Note;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.scene.FigureId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/// Groups, notes, locks, and what is collapsed or hidden.
public final class DiagramActions {

    private static final double NOTE_WIDTH = 208;
    private static final double NOTE_HEIGHT = 96;

    private final Messages messages = Messages.of(DiagramActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;
    private final Dialogs dialogs;
    private final ObservableBooleanValue someSelected;

    public DiagramActions(Workspace workspace, CanvasView canvas, Dialogs dialogs) {
        this.workspace = workspace;
        this.canvas = canvas;
        this.dialogs = dialogs;
        this.someSelected = Bindings.createBooleanBinding(
                () -> !workspace.selection().objects().isEmpty(),
                workspace.selection().objectsProperty());
    }

    /// Groups and notes.
    public List<Action> drawing() {
        return List.of(note(), group(), ungroup(), write());
    }

    public Action note() {
        return Action.of("note", messages.get("arrange.note"), this::addNote)
                .withIcon("fth-file-text")
                .withKeys("Shortcut+Shift+N");
    }

    public Action group() {
        return Action.of("group", messages.get("arrange.group"), this::addGroup)
                .withIcon("fth-square")
                .withKeys("Shortcut+G")
                .when(someSelected, Need.OBJECT);
    }

    public Action ungroup() {
        return Action.of("ungroup", messages.get("arrange.ungroup"), this::removeGroups)
                .withKeys("Shortcut+Shift+G")
                .when(
                        Bindings.createBooleanBinding(
                                () -> !groupsOfSelection().isEmpty(),
                                workspace.selection().objectsProperty(),
                                workspace.selection().figureProperty(),
                                workspace.document().projectProperty()),
                        Need.GROUP);
    }

    /// Writes what the selected note says, or what the selected group is called.
    public Action write() {
        return Action.of(
                        "writeFigure",
                        messages.get("arrange.write"),
                        () -> workspace.selection().figure().ifPresent(this::open))
                .withIcon("fth-edit-2")
                .when(
                        Bindings.createBooleanBinding(
                                () -> workspace
                                        .selection()
                                        .figure()
                                        .flatMap(DiagramActions::removal)
                                        .isPresent(),
                                workspace.selection().figureProperty()),
                        Need.NOTE_OR_GROUP);
    }

    /// What is locked, collapsed, hidden.
    public List<Action> marking() {
        return List.of(
                Action.of("lock", messages.get("arrange.lock"), this::lock)
                        .withIcon("fth-lock")
                        .withKeys("Shortcut+Shift+L")
                        .when(someSelected, Need.OBJECT),
                Action.of("collapse", messages.get("arrange.collapse"), this::collapse)
                        .withIcon("fth-minimize-2")
                        .withKeys("Shortcut+Period")
                        .when(someSelected, Need.OBJECT),
                Action.of("collapseNamespace", messages.get("arrange.collapseNamespace"), this::collapseNamespace)
                        .when(someSelected, Need.OBJECT),
                Action.of("hideKind", messages.get("arrange.hideKind"), this::hideKind)
                        .withIcon("fth-eye-off")
                        .when(someSelected, Need.OBJECT),
                showKinds());
    }

    public Action showKinds() {
        return Action.of("showKinds", messages.get("arrange.showKinds"), this::showAllKinds)
                .withIcon("fth-eye")
                .when(
                        Bindings.createBooleanBinding(
                                () -> !diagram().hiddenKinds().isEmpty(),
                                workspace.document().projectProperty()),
                        Need.HIDDEN_KIND);
    }

    /// What a click twice does to a note or a group: its text is asked for.
    public void open(FigureId figure) {
        if (figure instanceof FigureId.Note(String id)) {
            note(id).ifPresent(this::write);
        } else if (figure instanceof FigureId.Group(String id)) {
            groups(Set.of(id)).forEach(this::rename);
        }
    }

    /// Takes the selected note away, or the selected group's frame.
    ///
    /// @return whether one was selected
    public boolean deleteFigure() {
        Optional<DiagramChange> removal = workspace.selection().figure().flatMap(DiagramActions::removal);
        removal.ifPresent(change -> {
            perform(change);
            workspace.selection().clear();
        });
        return removal.isPresent();
    }

    private static Optional<DiagramChange> removal(FigureId figure) {
        return switch (figure) {
            case FigureId.Note(String id) -> Optional.of(new DiagramChange.RemoveNote(id));
            case FigureId.Group(String id) -> Optional.of(new DiagramChange.RemoveGroup(id));
            case FigureId.Of _, FigureId.Part _, FigureId.Edge _, FigureId.Named _ -> Optional.empty();
        };
    }

    private void addNote() {
        Point middle = canvas.middle();
        String id = free("note", diagram().notes().stream().map(Note::id).toList());
        Position corner = new Position(middle.x() - NOTE_WIDTH / 2, middle.y() - NOTE_HEIGHT / 2);
        dialogs.askText(messages.get("arrange.note"), messages.get("arrange.note.text"), "", true)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> {
                    canvas.stay();
                    perform(new DiagramChange.PutNote(new Note(id, text, corner, NOTE_WIDTH, height(text))));
                    workspace.selection().select(new FigureId.Note(id));
                });
    }

    private void write(Note note) {
        dialogs.askText(messages.get("arrange.note"), messages.get("arrange.note.text"), note.text(), true)
                .filter(text -> !text.equals(note.text()))
                .ifPresent(text -> perform(
                        text.isBlank()
                                ? new DiagramChange.RemoveNote(note.id())
                                : new DiagramChange.PutNote(new Note(
                                        note.id(),
                                        text,
                                        note.position(),
                                        note.width(),
                                        Math.max(note.height(), height(text))))));
    }

    /// Room for every line; long lines are broken on the canvas, at about thirty characters.
    private static double height(String text) {
        long lines = text.lines().mapToLong(line -> 1 + line.length() / 26).sum();
        return Math.max(NOTE_HEIGHT, 28 + 18.0 * lines);
    }

    private void addGroup() {
        List<ResourceId> members = workspace.selection().objects();
        String id = free("group", diagram().groups().stream().map(Group::id).toList());
        askTitle("").ifPresent(title -> {
            perform(new DiagramChange.PutGroup(new Group(id, title, members)));
            workspace.selection().select(new FigureId.Group(id));
        });
    }

    private void rename(Group group) {
        askTitle(group.title())
                .ifPresent(title -> perform(new DiagramChange.PutGroup(new Group(group.id(), title, group.members()))));
    }

    private Optional<String> askTitle(String title) {
        return dialogs.askText(messages.get("arrange.group"), messages.get("arrange.group.text"), title, false)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equals(title));
    }

    private void removeGroups() {
        List<Edit> removals = groupsOfSelection().stream()
                .<Edit>map(id -> new Edit.Draw(new DiagramChange.RemoveGroup(id)))
                .toList();
        workspace.perform(new Edit.Composite(removals), "edit.group");
        workspace.selection().figure().ifPresent(_ -> workspace.selection().clear());
    }

    /// The selected group, or those that a selected object is in.
    private Set<String> groupsOfSelection() {
        return workspace.selection().figure().isPresent()
                ? workspace.selection().figure().stream()
                        .flatMap(figure -> figure instanceof FigureId.Group(String id)
                                ? Set.of(id).stream()
                                : Set.<String>of().stream())
                        .collect(Collectors.toSet())
                : diagram().groups().stream()
                        .filter(group -> group.members().stream().anyMatch(workspace.selection()::contains))
                        .map(Group::id)
                        .collect(Collectors.toSet());
    }

    private void lock() {
        SortedSet<ResourceId> objects = new TreeSet<>(workspace.selection().objects());
        perform(new DiagramChange.Lock(objects, !diagram().locked().containsAll(objects)));
    }

    private void collapse() {
        SortedSet<ResourceId> objects = new TreeSet<>(workspace.selection().objects());
        perform(new DiagramChange.Collapse(objects, !diagram().collapsed().containsAll(objects)));
    }

    private void collapseNamespace() {
        SortedSet<ResourceId> namespaces = workspace.selection().objects().stream()
                .filter(id -> !id.namespace().isEmpty())
                .map(id -> ResourceId.of(Kinds.NAMESPACE, "", id.namespace()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!namespaces.isEmpty()) {
            perform(new DiagramChange.Collapse(namespaces, true));
            workspace.selection().select(namespaces);
        }
    }

    private void hideKind() {
        SortedSet<String> kinds = new TreeSet<>(diagram().hiddenKinds());
        workspace.selection().objects().forEach(id -> kinds.add(Diagram.kindOf(id)));
        workspace.selection().clear();
        perform(new DiagramChange.HideKinds(kinds));
        workspace.messageProperty().set(messages.get("arrange.hidden", String.join(", ", kinds)));
    }

    private void showAllKinds() {
        perform(new DiagramChange.HideKinds(new TreeSet<>()));
    }

    private void perform(DiagramChange change) {
        workspace.perform(new Edit.Draw(change));
    }

    private Diagram diagram() {
        return workspace.document().project().diagram();
    }

    private Optional<Note> note(String id) {
        return diagram().notes().stream().filter(note -> note.id().equals(id)).findFirst();
    }

    private List<Group> groups(Collection<String> ids) {
        return diagram().groups().stream()
                .filter(group -> ids.contains(group.id()))
                .toList();
    }

    private static String free(String base, Collection<String> taken) {
        int number = 1;
        while (taken.contains(base + "-" + number)) {
            number++;
        }
        return base + "-" + number;
    }
}

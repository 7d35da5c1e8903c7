package drydock.app.problems;

import drydock.app.fix.FixMenu;
import drydock.app.fix.Fixing;
import drydock.app.problems.ProblemRow.Head;
import drydock.app.problems.ProblemRow.Problem;
import drydock.app.problems.ProblemRow.Switched;
import drydock.app.text.Messages;
import drydock.app.workspace.Checked;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is wrong with the project, to be sorted and filtered, gone to and mended.
///
/// A row that is selected is shown on the canvas, in the inspector and in the text, a moment later and without taking
/// the focus; a click and Enter go there.
public final class ProblemsView extends VBox {

    /// So that a key that is held down walks through the rows and not through the whole window.
    private static final Duration PAUSE = Duration.millis(120);

    private static final double WIDE_EM = 48;
    private static final double LEAN_EM = 46;
    private static final double LEAN_BAR_EM = 36;
    private static final double LOW_EM = 16;
    private static final double DETAIL_SHARE = 0.32;

    private static final List<KeyCombination> FIX_KEYS =
            List.of(KeyCombination.valueOf("Shortcut+Period"), KeyCombination.valueOf("Alt+Enter"));
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination FILTER = KeyCombination.valueOf("Shortcut+F");

    private final Messages messages = Messages.of(ProblemsView.class);
    private final Workspace workspace;
    private final ProblemPlace place;
    private final ProblemTable table;
    private final ProblemBar bar;
    private final ProblemDetail detail;
    private final Fixing fixing;
    private final FixMenu fixes;
    private final ProblemMenu problemMenu;
    private final FoundMenu found;
    private final ContextMenu menu = new ContextMenu();
    private final BorderPane list = new BorderPane();
    private final FontIcon placeholderIcon = new FontIcon("fth-check-circle");
    private final Label placeholder = new Label("", placeholderIcon);
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Set<ResourceId> objects = Set.of();
    private boolean goingThere;
    private boolean updating;

    public ProblemsView(Workspace workspace, Fixing fixing, ProblemPlace place) {
        this.workspace = workspace;
        this.place = place;
        bar = new ProblemBar(messages, workspace.adviceProperty(), this::update, fixing::makeAll);
        table = new ProblemTable(messages, bar::em);
        detail = new ProblemDetail(messages, fixing);
        this.fixing = fixing;
        fixes = new FixMenu(fixing);
        problemMenu = new ProblemMenu(messages, fixes, this::enter);
        found = new FoundMenu(messages, workspace, problemMenu);
        getStyleClass().add("problems-panel");
        menu.setId("problem-menu");
        placeholder.getStyleClass().add("text-muted");
        table.setPlaceholder(placeholder);
        list.setCenter(table);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(bar, list);
        widthProperty().subscribe(this::arrange);
        heightProperty().subscribe(this::arrange);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> selected());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(this::clicked);
        table.setOnContextMenuRequested(this::showMenu);
        pause.setOnFinished(_ -> table.problem().ifPresent(problem -> reveal(problem.finding())));
        table.setOnReordered(this::update);
        workspace.checkedProperty().subscribe(_ -> update());
        workspace.selection().objectsProperty().subscribe(this::follow);
    }

    /// What is to be done stands beside the list where there is room, else below it.
    private void arrange() {
        boolean beside = getWidth() > WIDE_EM * bar.em();
        if (beside && list.getRight() == null) {
            list.setBottom(null);
            list.setRight(detail);
        } else if (!beside && list.getBottom() == null) {
            list.setRight(null);
            list.setBottom(detail);
        }
        detail.setAsideWidth(beside ? getWidth() * DETAIL_SHARE : USE_COMPUTED_SIZE);
        detail.setMaxHeight(beside ? Double.MAX_VALUE : getHeight() / 3);
        detail.setLean(!beside && getHeight() < LOW_EM * bar.em());
        bar.setLean(getWidth() < LEAN_BAR_EM * bar.em());
        table.setLean(getWidth() * (beside ? 1 - DETAIL_SHARE : 1) < LEAN_EM * bar.em());
    }

    /// Puts the focus into the list.
    public void enterList() {
        table.requestFocus();
    }

    /// What was found about an object, for the menu of its figure; empty if nothing was.
    ///
    /// @param list shows the problems of what is selected in the list
    Optional<MenuItem> menuOf(ResourceId object, Runnable list) {
        return found.of(object, list);
    }

    /// Shows only the problems of what is selected.
    void narrowToSelected() {
        bar.onlySelectedProperty().set(true);
    }

    /// Goes to the next problem of the list, or the one before; behind the last comes the first.
    void step(int by) {
        table.step(by);
        table.problem().ifPresent(problem -> enter(problem.finding()));
    }

    private void follow(List<ResourceId> selection) {
        if (!goingThere) {
            objects = Set.copyOf(selection);
            if (bar.onlySelectedProperty().get()) {
                update();
            }
        }
    }

    private void update() {
        Checked checked = workspace.checkedProperty().get();
        List<Finding> findings = checked.validation().findings();
        List<Finding> off = checked.validation().suppressed();
        ProblemFilter filter = new ProblemFilter(
                bar.textProperty().get(),
                bar.severities(),
                bar.onlySelectedProperty().get() ? Optional.of(objects) : Optional.empty(),
                Locale.getDefault());
        updating = true;
        RulesOff rulesOff = RulesOff.of(fixing.offInProject(), fixing.offForObjects(), off);
        bar.count(findings, off, rulesOff);
        placeholder.setText(messages.get(findings.isEmpty() ? "problems.none" : "problems.noneFits"));
        placeholderIcon.setIconLiteral(findings.isEmpty() ? "fth-check-circle" : "fth-filter");
        table.show(new ProblemRows(filter, table.order(), table.isDescending(), bar.byFile(), bar.withOff())
                .of(findings, off, rulesOff));
        updating = false;
        tell();
    }

    /// Only what a user selects is shown elsewhere; what stays selected while rows come and go is not.
    private void selected() {
        tell();
        if (!updating && table.isFocused()) {
            pause.playFromStart();
        }
    }

    private void tell() {
        switch (table.row().orElse(null)) {
            case Problem problem -> detail.show(problem);
            case Switched switched -> detail.show(switched);
            case Head _ -> detail.hide();
            case null -> detail.hide();
        }
    }

    private void reveal(Finding finding) {
        goingThere = true;
        place.reveal(finding);
        goingThere = false;
    }

    private void enter(Finding finding) {
        pause.stop();
        goingThere = true;
        place.enter(finding);
        goingThere = false;
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && isOnRow(event)) {
            table.problem().ifPresent(problem -> enter(problem.finding()));
        }
    }

    private static boolean isOnRow(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof TableRow<?>)) {
            node = node.getParent();
        }
        return node instanceof TableRow<?> row && !row.isEmpty();
    }

    private void key(KeyEvent event) {
        if (FIX_KEYS.stream().anyMatch(keys -> keys.match(event))) {
            table.problem()
                    .filter(problem -> !problem.off())
                    .ifPresent(problem -> openBeside(fixes.items(List.of(problem.finding()))));
        } else if (COPY.match(event)) {
            table.problem().ifPresent(problem -> problemMenu.copy(problem.finding()));
        } else if (FILTER.match(event)) {
            bar.enterText();
        } else if (KeyCombination.valueOf("Enter").match(event)) {
            table.problem().ifPresent(problem -> enter(problem.finding()));
        } else {
            return;
        }
        event.consume();
    }

    private void showMenu(ContextMenuEvent event) {
        table.problem().ifPresent(problem -> {
            if (event.isKeyboardTrigger()) {
                openBeside(problemMenu.items(problem));
            } else {
                menu.getItems().setAll(problemMenu.items(problem));
                menu.show(table, event.getScreenX(), event.getScreenY());
            }
        });
        event.consume();
    }

    /// Opens a menu under the selected row.
    private void openBeside(List<MenuItem> items) {
        if (!items.isEmpty()) {
            Bounds row = table.selectedRowOnScreen();
            menu.getItems().setAll(items);
            menu.show(table, row.getMinX() + row.getHeight(), row.getMaxY());
        }
    }
}

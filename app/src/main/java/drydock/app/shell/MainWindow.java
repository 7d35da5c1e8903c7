package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.connect.SelectorMatches;
import drydock.app.console.ConsoleView;
import drydock.app.editor.EditorView;
import drydock.app.inspector.InspectorView;
import drydock.app.live.LiveKnowledge;
import drydock.app.live.LiveStatus;
import drydock.app.live.StaleBand;
import drydock.app.outline.OutlineView;
import drydock.app.palette.PaletteView;
import drydock.app.problems.ProblemCounts;
import drydock.app.problems.ProblemsView;
import drydock.app.text.Messages;
import drydock.app.timeline.SimulationTime;
import drydock.app.timeline.TimeBar;
import drydock.app.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands where in the window.
final class MainWindow extends BorderPane {

    private static final double NARROW = 1000;

    private final CanvasView canvas;
    private final ConsoleView console;
    private final InspectorView inspector;
    private final List<Node> panels;

    /// @param overCanvas what lies over the canvas, placed by its own layout constraints
    MainWindow(
            Workspace workspace,
            CanvasView canvas,
            PaletteView palette,
            EditorView editor,
            OutlineView outline,
            List<Node> overCanvas,
            Node top,
            SidePanels sides) {
        Messages messages = Messages.of(MainWindow.class);
        getStyleClass().add("drydock");
        this.canvas = canvas;
        console = new ConsoleView(workspace);
        TimeBar timeBar = new TimeBar(workspace
                .sessionProperty()
                .map(session -> session.filter(SimulationTime.class::isInstance).map(SimulationTime.class::cast)));
        timeBar.visibleProperty()
                .bind(workspace
                        .sessionProperty()
                        .map(session ->
                                session.filter(SimulationTime.class::isInstance).isPresent()));
        timeBar.managedProperty().bind(timeBar.visibleProperty());
        TabPane left = tabs(
                "left",
                tab(messages.get("shell.tab.palette"), palette),
                tab(messages.get("shell.tab.outline"), outline));
        TabPane below = tabs(
                "below",
                tab(messages.get("shell.tab.console"), console),
                tab(messages.get("shell.tab.problems"), new ProblemsView(workspace, finding -> {
                    sides.shownProperty(SidePanels.Side.RIGHT).set(true);
                    editor.show(finding.file(), finding.span());
                })));
        LiveKnowledge knowledge = new LiveKnowledge(workspace);
        StaleBand stale = new StaleBand(knowledge);
        StackPane.setAlignment(stale, Pos.TOP_CENTER);
        SelectorMatches matches = new SelectorMatches(workspace, canvas);
        StackPane.setAlignment(matches, Pos.BOTTOM_CENTER);
        StackPane.setMargin(matches, new Insets(12));
        StackPane scene = new StackPane(canvas, stale, matches);
        scene.getChildren().addAll(overCanvas);
        SplitPane middle = split(Orientation.VERTICAL, scene, below);
        middle.setDividerPositions(0.8);
        inspector = new InspectorView(workspace);
        SplitPane right = split(Orientation.VERTICAL, inspector, editor);
        right.setDividerPositions(0.42);
        SplitPane all = split(Orientation.HORIZONTAL, left, new BorderPane(middle, null, null, timeBar, null), right);
        all.setDividerPositions(0.14, 0.74);
        for (Node side : List.of(left, right)) {
            SplitPane.setResizableWithParent(side, false);
        }
        SplitPane.setResizableWithParent(below, false);
        sides.hold(SidePanels.Side.LEFT, all, left);
        sides.hold(SidePanels.Side.RIGHT, all, right);
        sides.hold(SidePanels.Side.BELOW, middle, below);
        leaveRoom(left, 0.22);
        leaveRoom(right, 0.3);
        widenAgain(all);
        inspector.setId("inspector");
        editor.setId("editor");
        panels = List.of(left, canvas, inspector, editor, below);
        setTop(top);
        setCenter(all);
        setBottom(new StatusBar(
                workspace, List.of(new ProblemCounts(workspace), new LiveStatus(knowledge, InstantSource.system()))));
    }

    CanvasView canvas() {
        return canvas;
    }

    InspectorView inspector() {
        return inspector;
    }

    /// What F6 walks, in this order.
    List<Node> panels() {
        return panels;
    }

    ConsoleView console() {
        return console;
    }

    /// In a narrow window a panel at the side takes a share of the width at most.
    private void leaveRoom(Region side, double share) {
        side.maxWidthProperty()
                .bind(widthProperty()
                        .map(width -> width.doubleValue() < NARROW ? width.doubleValue() * share : Double.MAX_VALUE));
    }

    /// In a window that is wide again its panels are as wide as they were.
    private void widenAgain(SplitPane pane) {
        AtomicReference<double[]> wide = new AtomicReference<>(pane.getDividerPositions());
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe((_, narrow) -> {
            if (narrow) {
                wide.set(pane.getDividerPositions());
            } else if (pane.getDividerPositions().length == wide.get().length) {
                Platform.runLater(() -> pane.setDividerPositions(wide.get()));
            }
        });
    }

    private static SplitPane split(Orientation orientation, Node... parts) {
        SplitPane pane = new SplitPane(parts);
        pane.setOrientation(orientation);
        return pane;
    }

    private static Tab tab(String name, Node content) {
        VBox box = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        Tab tab = new Tab(name, box);
        tab.setClosable(false);
        return tab;
    }

    private static TabPane tabs(String id, Tab... tabs) {
        TabPane pane = new TabPane(tabs);
        pane.setId("tabs-" + id);
        pane.setAccessibleText(Stream.of(tabs).map(Tab::getText).collect(Collectors.joining(", ")));
        return pane;
    }
}

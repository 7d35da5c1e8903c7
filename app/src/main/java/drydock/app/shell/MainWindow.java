package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.connect.SelectorMatches;
import drydock.app.console.ConsoleView;
import drydock.app.drift.DriftCount;
import drydock.app.drift.DriftView;
import drydock.app.editor.EditorView;
import drydock.app.inspector.InspectorView;
import drydock.app.lesson.LessonsView;
import drydock.app.live.AgeMarks;
import drydock.app.live.LiveKnowledge;
import drydock.app.live.LiveStatus;
import drydock.app.live.StaleBand;
import drydock.app.outline.OutlineView;
import drydock.app.palette.PaletteView;
import drydock.app.problems.ProblemCounts;
import drydock.app.problems.ProblemsView;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.timeline.PlayedTime;
import drydock.app.timeline.TimeBar;
import drydock.app.traffic.RequestsView;
import drydock.app.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands where in the window.
final class MainWindow extends BorderPane {

    private final PanelLayout panelLayout;
    private final ConsoleView console;
    private final InspectorView inspector;
    private final TabPane left;
    private final TabPane below;
    private final Tab problemsTab;
    private final Tab driftTab;
    private final List<Node> panels;

    /// @param showProblems what a click on their number does
    /// @param aboveStatus what stands above the status bar
    /// @param overMiddle what stands above the canvas
    /// @param legend what marks on the canvas mean, at its upper edge
    /// @param overCanvas what lies over the canvas, placed by its own layout constraints
    MainWindow(
            Workspace workspace,
            CanvasView canvas,
            PaletteView palette,
            EditorView editor,
            OutlineView outline,
            LessonsView lessons,
            InspectorView inspector,
            ProblemsView problems,
            RequestsView requests,
            DriftView drift,
            DriftCount driftCount,
            Runnable showProblems,
            Node legend,
            List<Node> overCanvas,
            Node top,
            Node aboveCanvas,
            Node aboveStatus,
            Node overMiddle,
            OpenPanels open,
            Settings settings) {
        Messages messages = Messages.of(MainWindow.class);
        getStyleClass().add("drydock");
        console = new ConsoleView(workspace);
        this.inspector = inspector;
        TimeBar timeBar = new TimeBar(workspace
                .sessionProperty()
                .map(session -> session.filter(PlayedTime.class::isInstance).map(PlayedTime.class::cast)));
        timeBar.visibleProperty()
                .bind(workspace
                        .sessionProperty()
                        .map(session ->
                                session.filter(PlayedTime.class::isInstance).isPresent()));
        timeBar.managedProperty().bind(timeBar.visibleProperty());
        left = tabs(
                "left",
                tab(messages.get("shell.tab.palette"), palette),
                tab(messages.get("shell.tab.outline"), outline),
                tab(messages.get("shell.tab.lessons"), lessons));
        problemsTab = tab(messages.get("shell.tab.problems"), problems);
        driftTab = tab(messages.get("shell.tab.drift"), drift);
        below = tabs(
                "below",
                tab(messages.get("shell.tab.console"), console),
                problemsTab,
                driftTab,
                tab(messages.get("shell.tab.requests"), requests));
        LiveKnowledge knowledge = new LiveKnowledge(workspace);
        new AgeMarks(workspace, InstantSource.system(), canvas.emphasis()::age);
        StaleBand stale = new StaleBand(knowledge);
        SelectorMatches matches = new SelectorMatches(workspace, canvas);
        StackPane.setAlignment(matches, Pos.BOTTOM_CENTER);
        StackPane.setMargin(matches, new Insets(12));
        StackPane scene = new StackPane(canvas, new UpperEdge(stale, legend), matches);
        scene.getChildren().addAll(overCanvas);
        scene.setMinWidth(0); // else what is wide over the canvas would push it out of its place
        SplitPane middle = split(Orientation.VERTICAL, new BorderPane(scene, aboveCanvas, null, null, null), below);
        SplitPane right = split(Orientation.VERTICAL, inspector, editor);
        middle.setMinWidth(0); // else what is wide there would take the room of the panels beside it
        SplitPane all = split(Orientation.HORIZONTAL, left, middle, right);
        for (Node side : List.of(left, right)) {
            SplitPane.setResizableWithParent(side, false);
        }
        SplitPane.setResizableWithParent(below, false);
        inspector.setId("inspector");
        editor.setId("editor");
        panels = List.of(left, canvas, inspector, editor, below);
        panelLayout = new PanelLayout(
                all,
                middle,
                right,
                Map.of(Panel.LEFT, left, Panel.INSPECTOR, inspector, Panel.EDITOR, editor, Panel.BELOW, below),
                open,
                settings);
        setTop(new VBox(top, overMiddle));
        setCenter(all);
        StatusBar status = new StatusBar(
                workspace,
                new ProblemCounts(workspace, showProblems),
                new LiveStatus(knowledge, InstantSource.system()),
                driftCount,
                new ZoomStatus(canvas));
        setBottom(new VBox(timeBar, aboveStatus, status));
        LostKeys keys = LostKeys.goTo(canvas, top);
        workspace.modeProperty().subscribe((_, _) -> keys.bringHome());
    }

    /// Keeps the edges of the panels where they are now.
    void keepEdges() {
        panelLayout.keep();
    }

    InspectorView inspector() {
        return inspector;
    }

    /// What F6 walks, in this order.
    List<Node> panels() {
        return panels;
    }

    /// Brings the problems to the front of the panel they are in.
    void bringProblems() {
        below.getSelectionModel().select(problemsTab);
    }

    /// Brings what differs from the cluster to the front of the panel it is in.
    void bringDrift() {
        below.getSelectionModel().select(driftTab);
    }

    /// Brings the lessons to the front of the panel they are in, and the console of the one below.
    void bringLessons() {
        left.getSelectionModel().selectLast();
        below.getSelectionModel().selectFirst();
    }

    /// Brings a tab to the front of the panel below the canvas; one that is not there is put there.
    void show(Tab tab) {
        if (!below.getTabs().contains(tab)) {
            below.getTabs().add(tab);
        }
        below.getSelectionModel().select(tab);
    }

    ConsoleView console() {
        return console;
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

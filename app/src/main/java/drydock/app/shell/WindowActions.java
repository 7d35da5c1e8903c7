package drydock.app.shell;

import drydock.app.act.ActActions;
import drydock.app.action.Action;
import drydock.app.arrange.ArrangeActions;
import drydock.app.arrange.DiagramActions;
import drydock.app.arrange.LayoutActions;
import drydock.app.clipboard.ClipboardActions;
import drydock.app.commands.CommandActions;
import drydock.app.connect.ConnectActions;
import drydock.app.decision.DecisionActions;
import drydock.app.dialog.Dialogs;
import drydock.app.drift.DriftActions;
import drydock.app.editor.EditorActions;
import drydock.app.export.ExportActions;
import drydock.app.fault.FaultActions;
import drydock.app.find.FindActions;
import drydock.app.keyboard.LineActions;
import drydock.app.keyboard.PanelEdges;
import drydock.app.keyboard.Panels;
import drydock.app.lesson.Lessons;
import drydock.app.minimap.MinimapActions;
import drydock.app.palette.PartActions;
import drydock.app.placing.PlacingActions;
import drydock.app.plane.PlaneActions;
import drydock.app.preferences.PreferencesActions;
import drydock.app.problems.ProblemActions;
import drydock.app.rename.RenameActions;
import drydock.app.simulation.RunActions;
import drydock.app.text.Messages;
import drydock.app.traffic.TrafficActions;
import drydock.app.why.WhyActions;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import drydock.render.traffic.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// All that a user can do in the window, and where it is offered: in the menus, as buttons, on the canvas.
final class WindowActions {

    /// Stands between the parts of a menu.
    private static final List<MenuItem> SEPARATOR = List.of();

    private final Messages messages = Messages.of(WindowActions.class);
    private final FileActions file;
    private final ExportActions export;
    private final EditActions edit;
    private final ClipboardActions clipboard;
    private final RenameActions rename;
    private final PlacingActions placing;
    private final PartActions parts;
    private final ConnectActions connect;
    private final ArrangeActions arrange;
    private final LayoutActions layout;
    private final DiagramActions diagram;
    private final FindActions find;
    private final EditorActions text;
    private final ProblemActions problems;
    private final ViewActions view;
    private final ClusterActions cluster;
    private final ActActions acts;
    private final DriftActions drift;
    private final RunActions runs;
    private final WhyActions why;
    private final DecisionActions decision;
    private final PlaneActions plane;
    private final FaultActions faults;
    private final TrafficActions traffic;
    private final PodActions pods;
    private final CommandActions commands;
    private final Panels panels;
    private final PanelEdges edges;
    private final LineActions lines;
    private final MinimapActions minimap;
    private final OpenPanels open;
    private final PreferencesActions preferences;
    private final Lessons lessons;
    private final Action about;

    WindowActions(
            FileActions file,
            ExportActions export,
            EditActions edit,
            ClipboardActions clipboard,
            RenameActions rename,
            PlacingActions placing,
            PartActions parts,
            ConnectActions connect,
            ArrangeActions arrange,
            LayoutActions layout,
            DiagramActions diagram,
            FindActions find,
            EditorActions text,
            ProblemActions problems,
            ViewActions view,
            ClusterActions cluster,
            ActActions acts,
            DriftActions drift,
            RunActions runs,
            WhyActions why,
            DecisionActions decision,
            PlaneActions plane,
            FaultActions faults,
            TrafficActions traffic,
            PodActions pods,
            CommandActions commands,
            Panels panels,
            PanelEdges edges,
            LineActions lines,
            MinimapActions minimap,
            OpenPanels open,
            PreferencesActions preferences,
            Lessons lessons,
            Dialogs dialogs) {
        this.file = file;
        this.export = export;
        this.edit = edit;
        this.clipboard = clipboard;
        this.rename = rename;
        this.placing = placing;
        this.parts = parts;
        this.connect = connect;
        this.arrange = arrange;
        this.layout = layout;
        this.diagram = diagram;
        this.find = find;
        this.text = text;
        this.problems = problems;
        this.view = view;
        this.cluster = cluster;
        this.acts = acts;
        this.drift = drift;
        this.runs = runs;
        this.why = why;
        this.decision = decision;
        this.plane = plane;
        this.faults = faults;
        this.traffic = traffic;
        this.pods = pods;
        this.commands = commands;
        this.panels = panels;
        this.edges = edges;
        this.lines = lines;
        this.minimap = minimap;
        this.open = open;
        this.preferences = preferences;
        this.lessons = lessons;
        this.about = Action.of("about", messages.get("shell.about"), () -> about(dialogs));
    }

    /// The classes beside whose message bundles the names of actions stand.
    List<Class<?>> sources() {
        return Stream.concat(pods.sources().stream(), own()).toList();
    }

    private Stream<Class<?>> own() {
        return Stream.of(
                        file,
                        export,
                        edit,
                        clipboard,
                        rename,
                        placing,
                        connect,
                        find,
                        text,
                        problems,
                        arrange,
                        diagram,
                        view,
                        cluster,
                        acts,
                        drift,
                        runs,
                        why,
                        decision,
                        plane,
                        faults,
                        traffic,
                        commands,
                        panels,
                        edges,
                        parts,
                        layout,
                        lines,
                        minimap,
                        open,
                        preferences,
                        lessons)
                .map(Object::getClass);
    }

    /// Every action, for those who look for one by its name.
    List<Action> all() {
        return Stream.of(
                        file.opening(),
                        List.of(lessons.list()),
                        lessons.actions(),
                        file.saving(),
                        List.of(export.export()),
                        edit.history(),
                        clipboard.actions(),
                        List.of(connect.connect(), rename.rename(), placing.move(), edit.delete(), edit.selectAll()),
                        parts.actions(),
                        find.actions(),
                        text.actions(),
                        problems.actions(),
                        arrange.actions(),
                        layout.actions(),
                        diagram.drawing(),
                        diagram.marking(),
                        view.ways(),
                        minimap.actions(),
                        view.zooms(),
                        panels.actions(),
                        open.actions(),
                        List.of(preferences.open()),
                        edges.actions(),
                        lines.actions(),
                        cluster.actions(),
                        acts.actions(),
                        drift.actions(),
                        List.of(drift.takeSelected()),
                        runs.actions(),
                        List.of(why.why(), decision.decision(), plane.show()),
                        faults.actions(),
                        traffic.actions(),
                        pods.actions(),
                        commands.actions(),
                        List.of(about, file.quit()))
                .flatMap(List::stream)
                .toList();
    }

    /// Ways to begin, where there is nothing yet.
    List<Action> firstSteps() {
        return Stream.of(file.opening(), List.of(lessons.list(), clipboard.paste()), commands.actions())
                .flatMap(List::stream)
                .toList();
    }

    /// Keys that do the same as those in the menus: for keyboards without a plus of its own, and for habits from
    /// elsewhere.
    Map<String, Action> otherKeys() {
        Action zoomIn = view.zoomIn();
        return Map.of(
                "Shortcut+Equals",
                zoomIn,
                "Shortcut+Shift+Equals",
                zoomIn,
                "Shortcut+Add",
                zoomIn,
                "Shortcut+Subtract",
                view.zoomOut(),
                "Shortcut+Numpad0",
                view.actualSize(),
                "Shortcut+Y",
                edit.redo());
    }

    MenuBar menuBar() {
        MenuBar bar = new MenuBar(
                menu(
                        "file",
                        items(file.opening()),
                        List.of(file.recent(), lessons.menu()),
                        SEPARATOR,
                        items(file.saving()),
                        items(export.export()),
                        SEPARATOR,
                        List.of(placing.newObjects()),
                        SEPARATOR,
                        items(file.quit())),
                menu(
                        "edit",
                        items(edit.history()),
                        SEPARATOR,
                        items(clipboard.actions()),
                        items(edit.delete(), edit.selectAll()),
                        SEPARATOR,
                        items(connect.connect(), rename.rename(), placing.move()),
                        items(parts.actions()),
                        SEPARATOR,
                        items(lines.actions()),
                        SEPARATOR,
                        items(find.actions()),
                        List.of(menu("text", items(text.actions()))),
                        List.of(menu("problems", items(problems.actions()))),
                        SEPARATOR,
                        items(preferences.open())),
                menu(
                        "arrange",
                        items(arrange.actions()),
                        SEPARATOR,
                        items(layout.actions()),
                        SEPARATOR,
                        items(diagram.drawing()),
                        SEPARATOR,
                        items(diagram.marking())),
                menu(
                        "view",
                        items(view.ways()),
                        items(minimap.actions()),
                        SEPARATOR,
                        items(view.zooms()),
                        SEPARATOR,
                        items(open.actions()),
                        items(panels.actions()),
                        List.of(menu("edges", items(edges.actions())))),
                menu(
                        "cluster",
                        items(cluster.actions()),
                        SEPARATOR,
                        items(pods.actions()),
                        items(acts.actions()),
                        items(drift.actions()),
                        SEPARATOR,
                        items(why.why(), decision.decision(), plane.show()),
                        items(runs.actions()),
                        List.of(menu("traffic", items(traffic.actions()))),
                        List.of(menu("faults", items(faults.actions())))),
                menu("help", items(commands.actions()), SEPARATOR, items(about)));
        bar.setId("menu-bar");
        return bar;
    }

    /// The buttons at the window's upper edge.
    List<Node> tools() {
        return Stream.of(edit.undo(), edit.redo(), view.nodesView(), view.fit(), view.darkColours())
                .<Node>map(Action::button)
                .toList();
    }

    /// What can be done with a figure, which is selected, or with the background; what cannot be done now is left out.
    List<MenuItem> contextMenu(Optional<FigureId> figure) {
        return separated(
                switch (figure.orElse(null)) {
                    case FigureId.Of(ResourceId object) -> onObject(object);
                    case FigureId.Part(ResourceId object, String _) -> onObject(object);
                    case FigureId.Edge _ -> List.of(possible(lines.actions()), possible(List.of(edit.delete())));
                    case FigureId.Note _ -> List.of(items(diagram.write()), items(edit.delete()));
                    case FigureId.Group _ -> List.of(items(diagram.write()), items(diagram.ungroup()));
                    case FigureId.Named _ -> onBackground();
                    case null -> onBackground();
                });
    }

    private List<List<MenuItem>> onObject(ResourceId object) {
        if (Outside.isOutside(object)) {
            return List.of(items(traffic.actionsFor(object)));
        }
        List<MenuItem> lineUp = possible(arrange.actions());
        return List.of(
                onCluster(object),
                possible(List.of(drift.applySelected(), drift.takeSelected())),
                items(pods.actionsFor(object)),
                possible(List.of(why.why(), decision.decision())),
                trafficMenu(object),
                faultMenu(object),
                possible(List.of(connect.connect(), rename.rename())),
                possible(parts.actions()),
                possible(clipboard.actions()),
                possible(List.of(placing.move(), edit.delete())),
                lineUp.isEmpty() ? List.of() : List.of(menu("lineUp", lineUp)),
                possible(List.of(diagram.group(), diagram.ungroup())),
                possible(diagram.marking()));
    }

    /// What can be done to it in the cluster, and a last line that says what keeps all of it from being done.
    private List<MenuItem> onCluster(ResourceId object) {
        List<MenuItem> items = new ArrayList<>(items(acts.actionsFor(object)));
        if (!items.isEmpty()) {
            acts.lock().ifPresent(why -> {
                MenuItem reason = new MenuItem(why);
                reason.setId("menu-locked");
                reason.setDisable(true);
                items.add(reason);
            });
        }
        return items;
    }

    /// What can be made to go wrong with one object of a simulation.
    List<Action> faultsOf(ResourceId object) {
        return faults.actionsFor(object);
    }

    private List<MenuItem> trafficMenu(ResourceId object) {
        List<MenuItem> items = items(traffic.actionsFor(object));
        return items.isEmpty() ? List.of() : List.of(menu("traffic", items));
    }

    private List<MenuItem> faultMenu(ResourceId object) {
        List<MenuItem> items = items(faultsOf(object));
        return items.isEmpty() ? List.of() : List.of(menu("faults", items));
    }

    private List<List<MenuItem>> onBackground() {
        return List.of(
                items(clipboard.paste(), edit.selectAll()),
                items(diagram.note()),
                possible(List.of(view.fit(), view.actualSize(), diagram.showKinds())));
    }

    private static List<MenuItem> possible(List<Action> actions) {
        return items(actions.stream().filter(action -> action.enabled().get()).toList());
    }

    private static List<MenuItem> separated(List<List<MenuItem>> parts) {
        List<MenuItem> items = new ArrayList<>();
        for (List<MenuItem> part : parts) {
            if (!items.isEmpty() && !part.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.addAll(part);
        }
        return items;
    }

    private static List<MenuItem> items(Action... actions) {
        return items(List.of(actions));
    }

    private static List<MenuItem> items(List<Action> actions) {
        return actions.stream().map(Action::menuItem).toList();
    }

    @SafeVarargs
    private Menu menu(String name, List<? extends MenuItem>... parts) {
        Menu menu = new Menu(messages.get("shell.menu." + name));
        menu.setId("menu-" + name);
        for (List<? extends MenuItem> part : parts) {
            menu.getItems().addAll(part.isEmpty() ? List.of(new SeparatorMenuItem()) : part);
        }
        return menu;
    }

    private void about(Dialogs dialogs) {
        String version = WindowActions.class.getPackage().getImplementationVersion();
        dialogs.tell(messages.get("shell.about"), messages.get("shell.about.text", version == null ? "" : version));
    }
}

package drydock.app.shell;

import drydock.app.act.ActActions;
import drydock.app.action.Action;
import drydock.app.activity.ActivityBar;
import drydock.app.arrange.ArrangeActions;
import drydock.app.arrange.DiagramActions;
import drydock.app.arrange.LayoutActions;
import drydock.app.canvas.CanvasView;
import drydock.app.canvas.GoTo;
import drydock.app.clipboard.ClipboardActions;
import drydock.app.commands.CommandActions;
import drydock.app.commands.CommandPalette;
import drydock.app.commands.EnglishNames;
import drydock.app.connect.ConnectActions;
import drydock.app.decision.Asked;
import drydock.app.decision.DecisionActions;
import drydock.app.decision.DecisionCard;
import drydock.app.dialog.Dialogs;
import drydock.app.editor.EditorActions;
import drydock.app.editor.EditorView;
import drydock.app.export.ExportActions;
import drydock.app.fault.FaultActions;
import drydock.app.files.FileDrops;
import drydock.app.files.OtherFiles;
import drydock.app.files.ProjectFiles;
import drydock.app.find.FindActions;
import drydock.app.find.FindBar;
import drydock.app.fix.Fixing;
import drydock.app.hover.CanvasTooltip;
import drydock.app.inspector.InspectorView;
import drydock.app.keyboard.CanvasKeys;
import drydock.app.keyboard.FocusRing;
import drydock.app.keyboard.LineActions;
import drydock.app.keyboard.PanelEdges;
import drydock.app.keyboard.Panels;
import drydock.app.keyboard.SpokenCanvas;
import drydock.app.layout.LayoutSign;
import drydock.app.lens.GroupingActions;
import drydock.app.lens.LensBar;
import drydock.app.lesson.LessonRun;
import drydock.app.lesson.Lessons;
import drydock.app.live.OpeningSign;
import drydock.app.load.LoadCharts;
import drydock.app.minimap.MinimapActions;
import drydock.app.minimap.MinimapView;
import drydock.app.outline.OutlineView;
import drydock.app.palette.PaletteDrops;
import drydock.app.palette.PaletteItem;
import drydock.app.palette.PaletteView;
import drydock.app.palette.PartActions;
import drydock.app.placing.PlacingActions;
import drydock.app.plane.PlaneActions;
import drydock.app.plane.PlaneStrip;
import drydock.app.preferences.PreferencesActions;
import drydock.app.problems.ProblemActions;
import drydock.app.problems.ProblemsView;
import drydock.app.problems.ProjectCheck;
import drydock.app.rename.RenameActions;
import drydock.app.session.KnownRights;
import drydock.app.settings.Settings;
import drydock.app.traffic.RequestsView;
import drydock.app.traffic.TrafficActions;
import drydock.app.welcome.FirstSteps;
import drydock.app.why.WhyActions;
import drydock.app.workspace.Workspace;
import drydock.model.pattern.Pattern;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.resource.ResourceId;
import drydock.render.text.Fonts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// One window, put together: the workspace, what can be done with it, and what shows it.
public final class WindowAssembly {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    private final Workspace workspace;
    private final ProjectFiles files;
    private final WindowActions actions;
    private final FigureMenus figureMenus;
    private final MainWindow window;
    private final CommandPalette commandPalette;
    private final OpenPanels open;
    private final Scene scene;
    private final ClusterAssembly clusters;
    private final OtherFiles others;
    private Consumer<List<Path>> reopen = _ -> {};

    /// @param recovery where unsaved work is kept
    /// @param close closes the window without asking
    public WindowAssembly(
            Workspace workspace, Dialogs dialogs, Settings settings, RecoveryFolder recovery, Runnable close) {
        this.workspace = workspace;
        this.files = new ProjectFiles(workspace, dialogs, settings, recovery);
        Fonts.load();
        workspace.adviceProperty().set(settings.advice());
        workspace.adviceProperty().subscribe((_, now) -> settings.setAdvice(now));
        Fixing fixing = new Fixing(workspace, dialogs, new ProjectCheck(workspace)::validator);
        CanvasView canvas = new CanvasView(workspace);
        clusters = ClusterAssembly.of(workspace, dialogs, settings, this::stage);
        others = clusters.files();
        KnownRights rights = new KnownRights(InstantSource.system());
        ActActions acts = new ActActions(workspace, rights, dialogs, settings, clusters.activities(), this::stage);
        canvas.preferencesProperty().bind(settings.preferencesProperty());
        open = new OpenPanels(settings);
        ViewActions view = new ViewActions(workspace, canvas, settings);
        GroupingActions grouping = new GroupingActions(workspace, dialogs);
        DiagramActions diagram = new DiagramActions(workspace, canvas, dialogs);
        canvas.setOnOpen(diagram::open);
        ConnectActions connect = new ConnectActions(workspace, canvas, dialogs);
        GoTo goTo = new GoTo(workspace, canvas);
        FindBar find = new FindBar(workspace, canvas, goTo);
        EditorView editor = new EditorView(workspace, fixing);
        InspectorView inspector = new InspectorView(workspace, fixing, settings.preferencesProperty());
        inspector.show(new LoadCharts(workspace, canvas.themeProperty()));
        ProblemsView problems =
                new ProblemsView(workspace, fixing, new ShownProblem(workspace, goTo, inspector, editor, open));
        DriftAssembly drift = DriftAssembly.of(
                workspace,
                canvas,
                dialogs,
                settings,
                new ShownDrift(workspace, goTo, inspector, editor),
                this::stage,
                this::bringDrift);
        ProblemActions problemActions = new ProblemActions(workspace, problems, fixing, this::bringProblems);
        OutlineView outline = new OutlineView(workspace, goTo);
        MinimapView minimap = new MinimapView(canvas);
        Asked scheduling = new Asked(workspace);
        PlaneStrip plane = new PlaneStrip(workspace, this::typeIntoConsole);
        plane.remember(settings.plane(), settings::setPlane);
        Panels panels = new Panels(this::panels, canvas);
        Lessons lessons = new Lessons(
                files,
                new LessonRun(workspace, clusters.simulating()::startEmpty, this::typeIntoConsole),
                this::bringLessons);
        CommandActions everything = new CommandActions(this::openCommands);
        ActionGroups on = new ActionGroups(
                new FileActions(files, settings, () -> {
                    if (mayClose()) {
                        close.run();
                    }
                }),
                new ExportActions(workspace, canvas, dialogs, this::stage, files.nameProperty()::get),
                new EditActions(workspace, () -> diagram.deleteFigure() || connect.deleteLine()),
                new ClipboardActions(workspace, canvas),
                new RenameActions(workspace, dialogs),
                new PlacingActions(workspace, dialogs, settings),
                new PartActions(workspace, dialogs),
                connect,
                new ArrangeActions(workspace, canvas),
                new LayoutActions(workspace, canvas),
                diagram,
                new FindActions(find),
                new EditorActions(editor, () -> open.open(Panel.EDITOR)),
                problemActions,
                view,
                grouping,
                clusters.actions(),
                acts,
                drift.actions(),
                clusters.runs(),
                clusters.recordings(),
                clusters.tryOut(),
                new WhyActions(workspace, this::stage, scheduling::open),
                new DecisionActions(workspace, scheduling),
                new PlaneActions(workspace, plane),
                new FaultActions(workspace, this::typeIntoConsole, this::stage),
                new TrafficActions(workspace, this::typeIntoConsole, this::stage),
                PodActions.of(workspace, rights, dialogs, canvas.themeProperty(), this::stage, this::showBelow),
                everything,
                panels,
                new PanelEdges(this::focused, this::keepEdges),
                new LineActions(workspace, canvas),
                new MinimapActions(minimap, settings),
                open,
                new PreferencesActions(settings, dialogs, this::stage, this::reopenable, this::reopen),
                lessons);
        actions = new WindowActions(on, dialogs);
        figureMenus = new FigureMenus(on);
        canvas.setMenuItems(figureMenus::of);
        outline.setMenuItems(figureMenus::of);
        TopBar top = new TopBar(
                files.nameProperty(),
                workspace.document().dirtyBinding(),
                actions.menuBar(),
                workspace.modeProperty(),
                clusters.actions()::choose,
                actions.tools());
        PaletteDrops drops = new PaletteDrops(workspace, canvas, dialogs, settings);
        FirstSteps first = new FirstSteps(
                workspace, () -> drops.add(PaletteItem.objects(Pattern.COMPOSED.getFirst())), actions.firstSteps());
        PaletteView palette = new PaletteView(drops);
        window = new MainWindow(
                workspace,
                canvas,
                palette,
                editor,
                outline,
                lessons.view(),
                inspector,
                problems,
                new RequestsView(workspace, canvas),
                drift.view(),
                drift.count(),
                problemActions::show,
                drift.marks(),
                List.of(
                        first,
                        minimap,
                        new FocusRing(canvas),
                        find,
                        new DecisionCard(canvas, scheduling),
                        new LayoutSign(canvas.layouts()),
                        new OpeningSign(clusters.recordings().opening())),
                top,
                plane,
                new ActivityBar(clusters.activities(), settings),
                new VBox(clusters.bar(workspace, settings), new LensBar(workspace, grouping)),
                open,
                settings);
        commandPalette =
                new CommandPalette(workspace, settings, actions::all, new EnglishNames(actions.sources()), goTo);
        scene = new Scene(new StackPane(window, commandPalette), WIDTH, HEIGHT);
        panels.listen(scene);
        actions.otherKeys()
                .forEach((keys, action) ->
                        scene.getAccelerators().put(KeyCombination.valueOf(keys), action::runIfEnabled));
        files.watch(scene);
        new ClosingPopups().listen(scene);
        new FileDrops(workspace, dialogs, files, others).listen(scene);
        new CanvasKeys(workspace, canvas, () -> {
            open.open(Panel.INSPECTOR);
            Panels.enter(window.inspector());
        });
        new SpokenCanvas(workspace, canvas);
        new CanvasTooltip(workspace, canvas);
        Appearance.dress(scene, canvas.themeProperty(), settings.preferencesProperty());
    }

    public Scene scene() {
        return scene;
    }

    /// What a user can let go wrong with one object of a simulation.
    List<Action> faultsOf(ResourceId object) {
        return figureMenus.faultsOf(object);
    }

    /// All that a user can do in the window.
    public List<Action> actions() {
        return actions.all();
    }

    /// What opens and saves the window's project.
    public ProjectFiles files() {
        return files;
    }

    public Workspace workspace() {
        return workspace;
    }

    /// What the window is called: the project, with a mark where it is not saved.
    public StringBinding titleBinding() {
        return Bindings.createStringBinding(
                () -> (workspace.document().history().isDirty() ? "• " : "")
                        + (files.nameProperty().get().isEmpty()
                                ? "Drydock"
                                : files.nameProperty().get() + " – Drydock"),
                files.nameProperty(),
                workspace.document().historyProperty());
    }

    /// Opens recordings, runs, and all else as a project.
    public void open(List<Path> paths) {
        List<Path> rest = others.open(paths);
        if (!rest.isEmpty()) {
            files.open(rest);
        }
    }

    /// Offers unsaved work that a window left behind which was killed.
    public void offerLeftWork() {
        files.offerLeftWork();
    }

    /// Whether the window may be closed; asks where work would be lost.
    public boolean mayClose() {
        if (!clusters.leaving().mayLeave(Optional.empty()) || !files.mayLeave()) {
            return false;
        }
        workspace.design();
        clusters.open().endAll();
        files.close();
        return true;
    }

    /// Says what opens a window in place of this one, which has been closed by then.
    ///
    /// @param handler is given what it opens
    public void setOnReopen(Consumer<List<Path>> handler) {
        reopen = handler;
    }

    /// What the window has open, where it can be closed and opened again without a loss.
    private Optional<List<Path>> reopenable() {
        return workspace.document().history().isDirty() ? Optional.empty() : files.reopenable();
    }

    private void reopen(List<Path> paths) {
        if (mayClose()) {
            reopen.accept(paths);
        }
    }

    private void typeIntoConsole(String line, IntConsumer done) {
        window.console().run(line, done);
    }

    private void typeIntoConsole(String line) {
        window.console().run(line);
    }

    private List<Node> panels() {
        return window.panels();
    }

    private void keepEdges() {
        window.keepEdges();
    }

    private @Nullable Node focused() {
        return scene.getFocusOwner();
    }

    private void bringDrift() {
        open.open(Panel.BELOW);
        window.bringDrift();
    }

    private void bringLessons() {
        open.open(Panel.LEFT);
        open.open(Panel.BELOW);
        window.bringLessons();
    }

    private void openCommands() {
        commandPalette.open();
    }

    private void showBelow(Tab tab) {
        open.open(Panel.BELOW);
        window.show(tab);
    }

    private void bringProblems() {
        open.open(Panel.BELOW);
        window.bringProblems();
    }

    private Window stage() {
        return scene.getWindow();
    }
}

package drydock.app.canvas;

import drydock.app.layout.LayoutRuns;
import drydock.app.session.ClusterSession;
import drydock.app.session.Measured;
import drydock.app.settings.Preferences;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.End;
import drydock.model.resource.ResourceId;
import drydock.render.figure.SceneBuilder;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.paint.Frame;
import drydock.render.paint.Overlay;
import drydock.render.paint.ScenePainter;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import drydock.render.viewport.Viewport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.MenuItem;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Shows the scene of a workspace.
///
/// The scene is made anew at most once a frame, however much changes; it is painted only when something has changed or
/// turns. What is selected and pointed at lies on a layer of its own.
public final class CanvasView extends javafx.scene.layout.Region {

    /// How often figures that count down are made anew, in nanoseconds.
    private static final long COUNTDOWN_NANOS = 500_000_000;

    private static final Duration REST = Duration.millis(300);

    private final Workspace workspace;
    private final PictureSource source;
    private final PauseTransition resting = new PauseTransition(REST);
    private final FxTextMeasure measure = new FxTextMeasure();
    private final LayoutRuns layouts;
    private final SceneMaker scenes;
    private final TrafficLayer traffic;
    private final CanvasLayers layers = new CanvasLayers(measure);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ObjectProperty<Preferences> preferences =
            new SimpleObjectProperty<>(this, "preferences", Preferences.USUAL);
    private final HitTest hits;
    private final Gestures gestures;
    private final FigureMenu menu;
    private final ReadOnlyObjectWrapper<Scene> shownScene =
            new ReadOnlyObjectWrapper<>(this, "scene", new Scene(List.of(), new Rect(0, 0, 0, 0)));
    private final ReadOnlyObjectWrapper<Viewport> shownViewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.IDENTITY);
    private final ReadOnlyObjectWrapper<Optional<FigureId>> pointed =
            new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
    private Consumer<FigureId> opener = _ -> {};

    private final ShownScene shown = new ShownScene();
    private final Camera camera = new Camera();
    private final Patience patience = new Patience();
    private final Emphasis emphasis = new Emphasis(this::repaint);
    private final FrameLoop frames = new FrameLoop(this, this::frame);
    private Subscription following = Subscription.EMPTY;
    private boolean sceneIsOld = true;
    private boolean pictureIsOld = true;
    private boolean dotsAreOld = true;
    private long sceneNanos;

    public CanvasView(Workspace workspace) {
        this.workspace = workspace;
        this.source = new PictureSource(workspace);
        this.layouts = new LayoutRuns(workspace.tasks());
        this.traffic = new TrafficLayer(workspace, measure, this::renew, this::moveDots);
        this.scenes = new SceneMaker(
                new SceneBuilder(Locale.getDefault(), measure),
                workspace.tasks(),
                layouts,
                () -> source.picture(traffic.flows()).in(preferences.get().units()),
                this::renew,
                this::rest);
        Messages messages = Messages.of(CanvasView.class);
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(messages.get("canvas.name"));
        getChildren().setAll(layers.nodes());
        hits = new HitTest(camera::viewport, shown, traffic);
        gestures = new Gestures(this, workspace);
        menu = new FigureMenu(this, workspace.selection());
        setOnContextMenuRequested(menu::show);
        workspace.document().projectProperty().subscribe(this::renew);
        workspace.nodesViewProperty().subscribe(this::renew);
        workspace.lensProperty().subscribe(this::renew);
        workspace.groupingProperty().subscribe(this::renew);
        workspace.findingsProperty().subscribe(this::renew);
        workspace.sessionProperty().subscribe(this::follow);
        workspace.selection().objectsProperty().subscribe(this::repaint);
        workspace.selection().figureProperty().subscribe(this::repaint);
        theme.subscribe(this::repaint);
        preferences.subscribe(this::renew);
        reducedMotion().subscribe(_ -> renew());
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// How the user wants it: the grid, the units of amounts.
    public ObjectProperty<Preferences> preferencesProperty() {
        return preferences;
    }

    /// Whether the window it is in wants less motion.
    private ObservableValue<Boolean> reducedMotion() {
        return sceneProperty()
                .flatMap(scene -> scene.getPreferences().reducedMotionProperty())
                .orElse(false);
    }

    /// Says what the context menu offers, for a figure or for the background.
    public void setMenuItems(Function<Optional<FigureId>, List<MenuItem>> items) {
        menu.setItems(items);
    }

    /// Says what lines lead to that are drawn from figure to figure.
    public void setLines(LineDrawing lines) {
        gestures.setLines(lines);
    }

    /// Which figures are pointed out, and what for.
    public Emphasis emphasis() {
        return emphasis;
    }

    /// What is at a point of this view.
    public HitTest hits() {
        return hits;
    }

    /// What is at a point of the window: an object, or a container of one.
    public Optional<End> endAt(Point2D window) {
        Point2D at = sceneToLocal(window);
        return getLayoutBounds().contains(at) ? hits.endAt(new Point(at.getX(), at.getY())) : Optional.empty();
    }

    /// Says what happens when something is clicked twice.
    public void setOnOpen(Consumer<FigureId> handler) {
        opener = handler;
    }

    /// Does what a double click on the figure does.
    public void open(FigureId figure) {
        opener.accept(figure);
    }

    /// The place in the scene that is shown at a point of the window; empty beside the canvas.
    public Optional<Point> placeAt(Point2D window) {
        return Optional.of(sceneToLocal(window))
                .filter(getLayoutBounds()::contains)
                .map(at -> viewport().toScene(at.getX(), at.getY()));
    }

    /// The place in the scene that is in the middle of the view.
    public Point middle() {
        return viewport().toScene(getWidth() / 2, getHeight() / 2);
    }

    /// What is shown, as it was last made.
    public Scene scene() {
        return shown.index().scene();
    }

    /// What is shown; set when it is made anew, at most once a frame.
    public ReadOnlyObjectProperty<Scene> shownSceneProperty() {
        return shownScene.getReadOnlyProperty();
    }

    public Viewport viewport() {
        return camera.viewport();
    }

    /// Which part of the scene was painted last, and from which distance.
    public ReadOnlyObjectProperty<Viewport> shownViewportProperty() {
        return shownViewport.getReadOnlyProperty();
    }

    /// Looks at another part of the scene, or from another distance.
    public void look(Viewport next) {
        camera.look(next);
        repaint();
    }

    /// Keeps the view as it is, where it was to show all there is.
    public void stay() {
        camera.stay();
    }

    /// Looks at all there is, and goes on to do so when more comes.
    public void fit() {
        camera.fit();
        repaint();
    }

    /// Looks at these objects as soon as they are drawn, if they are not in view; the distance stays the same where
    /// it can.
    public void reveal(Collection<ResourceId> objects) {
        camera.reveal(objects);
        repaint();
    }

    /// Zooms about the middle of the window.
    public void zoom(double factor) {
        look(viewport().zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /// Looks at the scene at 100 %.
    public void actualSize() {
        look(viewport().scaledTo(1, getWidth() / 2, getHeight() / 2));
    }

    /// For how many requests each dot stands.
    public int requestsADot() {
        return traffic.each();
    }

    /// The figures that can be moved on their own, and where they are.
    public Map<ResourceId, Rect> places() {
        return new LinkedHashMap<>(scenes.places());
    }

    /// The layout that is worked out for this canvas, if one is.
    public LayoutRuns layouts() {
        return layouts;
    }

    /// Points a figure out, as the mouse does that is over it.
    public void point(Optional<FigureId> figure) {
        emphasis.hover(figure);
        pointed.set(figure);
    }

    /// The figure that was pointed out last by [#point].
    public ReadOnlyObjectProperty<Optional<FigureId>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    void repaint() {
        pictureIsOld = true;
        frames.wake();
    }

    private void moveDots() {
        dotsAreOld = true;
        frames.wake();
    }

    private void rest(Runnable then) {
        resting.setOnFinished(_ -> then.run());
        resting.playFromStart();
    }

    private void renew() {
        sceneIsOld = true;
        frames.wake();
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(s -> s.observed()
                        .versionProperty()
                        .subscribe(this::renew)
                        .and(s.passesProperty().subscribe(_ -> renew()))
                        .and(
                                s instanceof Measured measured
                                        ? measured.loadsProperty().subscribe(this::renew)
                                        : Subscription.EMPTY))
                .orElse(Subscription.EMPTY);
        camera.fit();
        renew();
    }

    /// Does what is due in a frame; says whether the next one is needed, too.
    private boolean frame(long nowNanos) {
        boolean mayCountDown =
                workspace.session().filter(s -> s.passesProperty().getValue()).isPresent();
        scenes.made().ifPresent(scene -> show(scene, nowNanos));
        boolean due = sceneIsOld || (mayCountDown && nowNanos - sceneNanos > COUNTDOWN_NANOS);
        if (!scenes.makes() && !scenes.rests() && due && !waits(nowNanos)) {
            sceneIsOld = false;
            sceneNanos = nowNanos;
            scenes.make().ifPresent(scene -> show(scene, nowNanos));
        }
        boolean moves = shown.moves(mayCountDown && viewport().scale() >= ScenePainter.CARD_SCALE);
        if ((pictureIsOld || moves) && getWidth() > 0 && getHeight() > 0) {
            pictureIsOld = false;
            paint(nowNanos);
        } else if (dotsAreOld && getWidth() > 0 && getHeight() > 0) {
            paintAbove(frameAt(nowNanos));
        }
        return mayCountDown || (sceneIsOld && !scenes.makes()) || pictureIsOld || moves;
    }

    private boolean waits(long nowNanos) {
        return patience.waits(
                workspace.document().project(),
                workspace.checkedProperty().get().project(),
                nowNanos);
    }

    private void show(Scene next, long nowNanos) {
        shown.show(next, nowNanos, reducedMotion().getValue(), gestures.moves());
        shownScene.set(next);
        pictureIsOld = true;
    }

    private void paint(long nowNanos) {
        camera.move(shown.index(), getWidth(), getHeight());
        shown.advance(nowNanos);
        Frame frame = frameAt(nowNanos);
        layers.paintScene(shown.painted(), frame, preferences.get().grid().lineDistance());
        paintAbove(frame);
        shownViewport.set(viewport());
    }

    private Frame frameAt(long nowNanos) {
        double outputScale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        return new Frame(theme.get(), viewport(), getWidth(), getHeight(), outputScale, nowNanos / 1e9);
    }

    /// Paints what lies over the scene: nothing of the scene itself is painted when only dots have moved.
    private void paintAbove(Frame frame) {
        dotsAreOld = false;
        layers.paintAbove(
                shown.painted(),
                frame,
                overlay(),
                emphasis,
                traffic,
                reducedMotion().getValue());
    }

    private Overlay overlay() {
        Set<FigureId> selected = new LinkedHashSet<>();
        workspace.selection().figure().ifPresent(selected::add);
        workspace.selection().objects().forEach(object -> selected.add(new FigureId.Of(object)));
        Optional<Gesture.Connecting> line = gestures.line();
        return new Overlay(
                selected,
                line.isPresent() ? line.flatMap(Gesture.Connecting::over).map(CanvasView::figure) : emphasis.hovered(),
                emphasis.lit(scene(), line.map(_ -> gestures::fitsLine)),
                gestures.marquee().map(viewport()::toScene).or(emphasis::landing),
                gestures.handlePoints(),
                line.map(l -> new Overlay.Line(l.start(), l.now())));
    }

    private static FigureId figure(End end) {
        return new FigureId.Of(end.object());
    }

    @Override
    protected void layoutChildren() {
        layers.resize(getWidth(), getHeight());
        repaint();
    }
}

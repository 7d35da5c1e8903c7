package drydock.app.load;

import drydock.app.session.ClusterSession;
import drydock.app.session.Measured;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.figure.LoadChart;
import drydock.render.hit.SceneIndex;
import drydock.render.load.LoadSeries;
import drydock.render.load.Loads;
import drydock.render.paint.Frame;
import drydock.render.paint.ScenePainter;
import drydock.render.scene.Figure;
import drydock.render.scene.Scene;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import drydock.render.viewport.Viewport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The charts of the selected object; of no height where it has none.
public final class LoadCharts extends Region {

    private static final double EACH = 92;
    private static final double SCALE = 1.35;
    private static final double LEAST_WIDTH = 80;

    private final Workspace workspace;
    private final ObservableValue<Theme> theme;
    private final Canvas canvas = new Canvas();
    private final ScenePainter painter = new ScenePainter(new FxTextMeasure());
    private Subscription following = Subscription.EMPTY;
    private Optional<Figure> shown = Optional.empty();

    /// @param theme in which they are drawn
    public LoadCharts(Workspace workspace, ObservableValue<Theme> theme) {
        this.workspace = workspace;
        this.theme = theme;
        setId("inspector-load");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(canvas);
        setManaged(false);
        workspace.selection().objectsProperty().subscribe(this::update);
        workspace.sessionProperty().subscribe(this::follow);
        widthProperty().subscribe(this::update);
        theme.subscribe(_ -> update());
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.filter(Measured.class::isInstance)
                .map(s -> ((Measured) s).loadsProperty().subscribe(this::update))
                .orElse(Subscription.EMPTY);
        update();
    }

    private Optional<LoadSeries> series(ResourceId object) {
        return workspace
                .session()
                .filter(Measured.class::isInstance)
                .map(session -> ((Measured) session).loadsProperty().get())
                .map(Loads::series)
                .map(series -> series.get(object));
    }

    private void update() {
        shown = workspace
                .selection()
                .single()
                .flatMap(object -> series(object)
                        .map(series -> LoadChart.large(
                                object,
                                series,
                                Math.max(LEAST_WIDTH, getWidth()) / SCALE,
                                EACH / SCALE,
                                Locale.getDefault())));
        boolean there = shown.filter(figure -> !figure.marks().isEmpty()).isPresent();
        if (there != isManaged()) {
            setManaged(there);
            setVisible(there);
        }
        setAccessibleText(shown.map(Figure::description).orElse(""));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return shown.map(figure -> figure.bounds().height() * SCALE + 8).orElse(0.0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        double output = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        shown.ifPresent(figure -> painter.paint(
                g,
                SceneIndex.of(new Scene(List.of(figure), figure.bounds())),
                new Frame(theme.getValue(), new Viewport(SCALE, 0, 0), getWidth(), getHeight(), output, 0)));
    }
}

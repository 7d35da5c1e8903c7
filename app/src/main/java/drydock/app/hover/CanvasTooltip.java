package drydock.app.hover;

import drydock.app.canvas.CanvasView;
import drydock.app.traffic.RequestWords;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Mark;
import drydock.render.text.FxTextMeasure;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Tells of the figure that the pointer rests on what cannot be read there: texts that were cut, what a line
/// means, what was found about an object, and from far away what the figure is.
public final class CanvasTooltip {

    private static final Duration REST = Duration.millis(500);
    private static final double HIT_PIXELS = 6;
    private static final double DOT_PIXELS = 12;
    private static final double WIDTH = 420;

    /// At less than this scale texts are too small to be read.
    private static final double READABLE = 0.6;

    /// Beside the pointer, in pixels.
    private static final double ASIDE = 14;

    private final CanvasView canvas;
    private final LineMeaning lines;
    private final FoundWords words;
    private final DecisionWords decisions;
    private final RequestWords requests = new RequestWords();
    private final FxTextMeasure measure = new FxTextMeasure();
    private final Tooltip tooltip = new Tooltip();
    private final PauseTransition rest = new PauseTransition(REST);
    private Optional<FigureId> on = Optional.empty();

    public CanvasTooltip(Workspace workspace, CanvasView canvas) {
        this.canvas = canvas;
        this.lines = new LineMeaning(workspace);
        this.words = new FoundWords(workspace);
        this.decisions = new DecisionWords(workspace);
        tooltip.setId("canvas-tooltip");
        tooltip.setMaxWidth(WIDTH);
        tooltip.setWrapText(true);
        canvas.addEventHandler(InputEvent.ANY, event -> {
            if (event instanceof MouseEvent mouse && mouse.getEventType() == MouseEvent.MOUSE_MOVED) {
                moved(mouse);
            } else if (event.getEventType() != MouseEvent.MOUSE_ENTERED) {
                hide();
            }
        });
    }

    private void moved(MouseEvent event) {
        Optional<Figure> figure = canvas.hits().figureAt(event.getX(), event.getY(), HIT_PIXELS);
        if (!figure.map(Figure::id).equals(on)) {
            hide();
            on = figure.map(Figure::id);
        }
        if (!tooltip.isShowing()) {
            rest.setOnFinished(_ -> show(event));
            rest.playFromStart();
        }
    }

    private void show(MouseEvent event) {
        Optional<String> text = canvas.hits()
                .requestAt(event.getX(), event.getY(), DOT_PIXELS)
                .map(request -> requests.of(request, canvas.requestsADot()))
                .or(() -> canvas.hits()
                        .figureAt(event.getX(), event.getY(), HIT_PIXELS)
                        .flatMap(this::text))
                .filter(said -> !said.isBlank());
        text.ifPresent(said -> show(said, event));
        Optional<FigureId> figure = on;
        figure.ifPresent(id -> decisions.on(id, said -> {
            if (figure.equals(on)) {
                show((text.orElse("") + "\n" + said).strip(), event);
            }
        }));
    }

    private void show(String text, MouseEvent event) {
        tooltip.setText(text);
        tooltip.show(canvas, event.getScreenX() + ASIDE, event.getScreenY() + ASIDE);
    }

    private void hide() {
        rest.stop();
        tooltip.hide();
        on = Optional.empty();
    }

    /// What is to be told of a figure.
    private Optional<String> text(Figure figure) {
        if (figure.id() instanceof FigureId.Edge line) {
            return lines.of(line).or(() -> Optional.of(figure.description()));
        }
        String cut = figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(Mark.Label.class::cast)
                .filter(this::isCut)
                .map(Mark.Label::text)
                .distinct()
                .collect(Collectors.joining("\n"));
        String own = cut.isEmpty() && canvas.viewport().scale() < READABLE ? figure.description() : cut;
        String found = figure.id() instanceof FigureId.Of(ResourceId object) ? words.of(object) : "";
        return Optional.of((own + "\n" + found).strip());
    }

    private boolean isCut(Mark.Label label) {
        return measure.width(label.text(), label.style()) > label.maxWidth();
    }
}

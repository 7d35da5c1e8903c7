package drydock.app.timeline;

import drydock.app.text.Messages;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The line of the time that is played, from its start to the present, with marks where something happened. Pressed or
/// dragged it shows that moment; arrow keys go a second, Page Up and Down a tenth of all, Home and End to the ends.
final class TimeTrack extends Pane {

    private static final double HEIGHT = 28;
    private static final double RAIL = 4;
    private static final double THUMB = 14;
    private static final double MARK_WIDTH = 3;
    private static final double NEAR = 5;

    /// Marks nearer to each other than this many pixels are shown as one.
    private static final double LEAST_GAP = 4;

    private final Messages messages = Messages.of(TimeTrack.class);
    private final PlayedTime time;
    private final Region rail = region("rail");
    private final Region gone = region("gone");
    private final Region thumb = region("thumb");
    private final Pane marks = new Pane();
    private final Tooltip tooltip = new Tooltip();
    private double marksForWidth = -1;
    private @Nullable Duration marksFor;

    TimeTrack(PlayedTime time) {
        this.time = time;
        setId("time-track");
        getStyleClass().add("time-track");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(messages.get("time.track"));
        setMinSize(80, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        marks.setMouseTransparent(true);
        getChildren().addAll(rail, gone, marks, thumb);
        Tooltip.install(this, tooltip);
        time.elapsedProperty().subscribe(_ -> requestLayout());
        time.pastProperty().subscribe(this::moved);
        time.marks().addListener((ListChangeListener<TimeMark>) _ -> {
            marksForWidth = -1;
            requestLayout();
        });
        setOnMousePressed(this::press);
        setOnMouseDragged(this::press);
        setOnMouseMoved(event -> tooltip.setText(tip(event.getX())));
        setOnKeyPressed(this::key);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    private void moved() {
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private Duration end() {
        return time.elapsedProperty().get();
    }

    private Duration seen() {
        return time.pastProperty().get().orElse(end());
    }

    private void press(MouseEvent event) {
        requestFocus();
        goTo(momentAt(event.getX()));
        event.consume();
    }

    private void key(KeyEvent event) {
        Duration tenth = end().dividedBy(10);
        Optional<Duration> next = switch (event.getCode()) {
            case LEFT -> Optional.of(seen().minusSeconds(1));
            case RIGHT -> Optional.of(seen().plusSeconds(1));
            case PAGE_DOWN -> Optional.of(seen().minus(tenth));
            case PAGE_UP -> Optional.of(seen().plus(tenth));
            case HOME -> Optional.of(Duration.ZERO);
            case END -> Optional.of(end());
            default -> Optional.empty();
        };
        next.ifPresent(moment -> {
            goTo(moment);
            event.consume();
        });
    }

    /// Past the end is the present: the time bar's clock goes to what is to come.
    private void goTo(Duration moment) {
        if (moment.compareTo(end()) >= 0) {
            time.goToPresent();
        } else {
            time.playingProperty().set(false);
            time.goTo(moment.isNegative() ? Duration.ZERO : moment);
        }
    }

    private Duration momentAt(double x) {
        double share = Math.clamp((x - THUMB / 2) / length(), 0, 1);
        return Duration.ofNanos((long) (share * end().toNanos()));
    }

    private double xOf(Duration moment) {
        return THUMB / 2 + (end().isZero() ? length() : length() * moment.toNanos() / end().toNanos());
    }

    private double length() {
        return Math.max(1, getWidth() - THUMB);
    }

    private String tip(double x) {
        return time.marks().stream()
                .filter(mark -> distance(mark, x) <= NEAR)
                .min(Comparator.comparingDouble(mark -> distance(mark, x)))
                .map(mark -> Clock.text(mark.at()) + "  " + mark.text())
                .orElseGet(() -> Clock.text(momentAt(x)));
    }

    private double distance(TimeMark mark, double x) {
        double from = xOf(mark.at());
        double to = xOf(mark.until());
        return x < from ? from - x : Math.max(0, x - to);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        rail.resizeRelocate(THUMB / 2, middle - RAIL / 2, length(), RAIL);
        double at = xOf(seen());
        gone.resizeRelocate(THUMB / 2, middle - RAIL / 2, at - THUMB / 2, RAIL);
        thumb.resizeRelocate(at - THUMB / 2, middle - THUMB / 2, THUMB, THUMB);
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        layOutMarks();
    }

    private void layOutMarks() {
        if (getWidth() == marksForWidth && end().equals(marksFor)) {
            return;
        }
        marksForWidth = getWidth();
        marksFor = end();
        marks.getChildren().clear();
        for (TimeMark.Kind kind : TimeMark.Kind.values()) {
            List<TimeMark> ofKind =
                    time.marks().stream().filter(mark -> mark.kind() == kind).toList();
            double last = Double.NEGATIVE_INFINITY;
            for (TimeMark mark : ofKind) {
                double x = xOf(mark.at());
                if (kind == TimeMark.Kind.GAP) {
                    marks.getChildren().add(gap(x, xOf(mark.until())));
                } else if (x - last >= LEAST_GAP) {
                    last = x;
                    marks.getChildren().add(mark(kind, x));
                }
            }
        }
    }

    /// What is not known lies on the rail.
    private Region gap(double from, double to) {
        Region gap = region("gap-mark");
        gap.resizeRelocate(from, getHeight() / 2 - RAIL, Math.max(MARK_WIDTH, to - from), 2 * RAIL);
        return gap;
    }

    /// Commands stand above the rail, warnings below it, so that neither is told by its colour alone.
    private Region mark(TimeMark.Kind kind, double x) {
        Region mark = region(kind == TimeMark.Kind.COMMAND ? "command-mark" : "warning-mark");
        double height = getHeight() / 2 - RAIL;
        mark.resizeRelocate(
                x - MARK_WIDTH / 2, kind == TimeMark.Kind.COMMAND ? 1 : getHeight() - height, MARK_WIDTH, height - 1);
        return mark;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) seen().toMillis();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) end().toMillis();
            case VALUE_STRING -> Clock.text(seen());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}

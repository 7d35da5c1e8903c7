package drydock.app.logs;

import drydock.app.dialog.Dialogs;
import drydock.app.session.ClusterSession;
import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;

/// The logs of an object's Pods: followed, searched, filtered. They are followed until [#close].
public final class LogView extends BorderPane {

    private static final int MOST_LINES = 50_000;
    private static final long MOST_BYTES = 48L * 1024 * 1024;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Messages messages = Messages.of(LogView.class);
    private final ClusterSession session;
    private final ResourceId object;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final LogBook book = new LogBook(MOST_LINES, MOST_BYTES);
    private final ShownLines shown = new ShownLines(book.lines());
    private final ListView<LogLine> list = new ListView<>(shown.lines());
    private final ObjectProperty<LogCell.Looks> looks =
            new SimpleObjectProperty<>(new LogCell.Looks(false, true, false, LogFilter.NONE));
    private final Label state = new Label();
    private final LogBar bar;
    private LogFollowing following;
    private boolean telling;

    /// Begins to follow.
    public LogView(ClusterSession session, ResourceId object, Tasks tasks, Dialogs dialogs) {
        this.session = session;
        this.object = object;
        this.tasks = tasks;
        this.dialogs = dialogs;
        getStyleClass().add("logs");
        bar = new LogBar(new LogBar.Doing(
                names -> choose(() -> shown.showPods(names)),
                names -> choose(() -> shown.showContainers(names)),
                this::seek,
                this::step,
                book::clear,
                this::save));
        list.setId("log-lines");
        list.getStyleClass().add("log-lines");
        list.setAccessibleText(messages.get("logs.of", object.kind(), object.name()));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new LogCell(looks, list.widthProperty()));
        list.setPlaceholder(placeholder());
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                bar.newestProperty().set(false);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                bar.beginSearch();
                event.consume();
            }
        });
        bar.newestProperty().subscribe(this::follow);
        list.heightProperty().subscribe((_, _) -> follow());
        bar.onlyProperty().subscribe(this::seek);
        bar.timesProperty().subscribe(this::look);
        bar.wrapProperty().subscribe(this::look);
        bar.previousProperty().subscribe((_, _) -> begin());
        setTop(bar);
        setCenter(list);
        setBottom(state);
        state.getStyleClass().add("log-state");
        state.setId("log-state");
        shown.lines().subscribe(this::changed);
        following = begun();
    }

    private void choose(Runnable show) {
        show.run();
        tell();
    }

    private Label placeholder() {
        Label nothing = new Label(messages.get("logs.nothing"));
        nothing.getStyleClass().add("text-muted");
        nothing.setWrapText(true);
        return nothing;
    }

    private void begin() {
        following.close();
        book.clear();
        following = begun();
    }

    private LogFollowing begun() {
        BiConsumer<Duration, Runnable> later = (pause, action) -> {
            PauseTransition waiting = new PauseTransition(javafx.util.Duration.millis((double) pause.toMillis()));
            waiting.setOnFinished(_ -> action.run());
            waiting.play();
        };
        LogFollowing begun =
                new LogFollowing(session, object, bar.previousProperty().get(), book, tasks, later);
        begun.versionProperty().subscribe(() -> {
            shown.offer(begun.pods(), begun.containers());
            tell(begun);
        });
        return begun;
    }

    /// Ends it; nothing is followed any more.
    public void close() {
        following.close();
    }

    /// The list is told in the midst of a change, and others hear of it only afterwards.
    private void changed() {
        if (!telling) {
            telling = true;
            tasks.onScreen(() -> {
                telling = false;
                tell();
                follow();
            });
        }
    }

    /// Brings the last line into view, and once more when the list was laid out: only then it knows how high its lines
    /// are, and where it ends.
    private void follow() {
        if (bar.newestProperty().get() && !shown.lines().isEmpty()) {
            list.scrollTo(shown.lines().size() - 1);
        }
        Scene scene = getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    if (bar.newestProperty().get() && list.lookup(".virtual-flow") instanceof VirtualFlow<?> lines) {
                        lines.setPosition(1);
                    }
                }
            });
        }
    }

    private void look() {
        looks.set(new LogCell.Looks(
                bar.timesProperty().get(),
                shown.isOfSeveral(),
                bar.wrapProperty().get(),
                looks.get().sought()));
        list.refresh();
    }

    private void seek() {
        Optional<LogFilter> read = LogFilter.read(bar.sought());
        bar.showWrong(read.isEmpty());
        read.ifPresent(filter -> {
            looks.set(new LogCell.Looks(
                    bar.timesProperty().get(),
                    shown.isOfSeveral(),
                    bar.wrapProperty().get(),
                    filter));
            shown.showOnly(bar.onlyProperty().get() ? filter : LogFilter.NONE);
            tell();
        });
    }

    /// Goes to the next line with what is looked for, or the one before.
    private void step(int direction) {
        LogFilter sought = looks.get().sought();
        List<LogLine> lines = shown.lines();
        if (sought.isNone() || lines.isEmpty()) {
            return;
        }
        int from = list.getSelectionModel().getSelectedIndex();
        int at = from < 0 && direction < 0 ? 0 : from;
        for (int i = 0; i < lines.size(); i++) {
            at = Math.floorMod(at + direction, lines.size());
            if (sought.matches(lines.get(at).text())) {
                bar.newestProperty().set(false);
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(Math.max(0, at - 2));
                return;
            }
        }
    }

    private void tell() {
        if (following != null) {
            tell(following);
        }
    }

    private void tell(LogFollowing of) {
        if (shown.isOfSeveral() != looks.get().names()) {
            look();
        }
        bar.offerPods(of.pods(), shown.hiddenPods());
        bar.offerContainers(of.containers(), shown.hiddenContainers());
        LogFilter sought = looks.get().sought();
        bar.showFound(
                sought.isNone()
                        ? ""
                        : messages.get(
                                "logs.found",
                                shown.lines().stream()
                                        .filter(line -> sought.matches(line.text()))
                                        .count()));
        String said = messages.get("logs.state", of.open(), shown.lines().size());
        if (book.droppedProperty().get() > 0) {
            said += " · " + messages.get("logs.older", book.droppedProperty().get());
        }
        if (of.leftOut() > 0) {
            said += " · " + messages.get("logs.leftOut", of.leftOut(), LogFollowing.MOST_RUNS);
        }
        state.setText(said);
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text(list.getSelectionModel().getSelectedItems()));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            bar.newestProperty().set(true);
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.PAGE_UP) {
            bar.newestProperty().set(false);
        }
    }

    private String text(List<LogLine> lines) {
        boolean several = shown.isOfSeveral();
        return lines.stream()
                .map(line -> (bar.timesProperty().get() ? line.at() + " " : "")
                        + (several ? line.pod() + "/" + line.container() + " " : "")
                        + line.text()
                        + "\n")
                .collect(Collectors.joining());
    }

    private void save() {
        dialogs.chooseNewFile(messages.get("logs.save"), object.name() + ".log").ifPresent(this::write);
    }

    private void write(Path file) {
        String text = text(List.copyOf(shown.lines()));
        tasks.work(() -> {
                    try {
                        return Files.writeString(file, text);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                })
                .otherwise(failure -> dialogs.tell(messages.get("logs.notSaved"), String.valueOf(failure.getMessage())))
                .start();
    }
}

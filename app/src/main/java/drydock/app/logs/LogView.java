package drydock.app.logs;

import drydock.app.dialog.Dialogs;
import drydock.app.lens.CheckChoice;
import drydock.app.session.ClusterSession;
import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The logs of an object's Pods: followed, searched, filtered. They are followed until [#close].
public final class LogView extends BorderPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
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
    private final TextField search = new TextField();
    private final Label found = new Label();
    private final Label state = new Label();
    private final ToggleButton newest = toggle("log-newest", "fth-chevrons-down", "logs.newest");
    private final ToggleButton only = toggle("log-only", "fth-filter", "logs.only");
    private final ToggleButton times = toggle("log-times", "fth-clock", "logs.times");
    private final ToggleButton wrap = toggle("log-wrap", "fth-corner-down-left", "logs.wrap");
    private final ToggleButton previous = toggle("log-previous", "fth-rewind", "logs.previous");
    private final CheckChoice pods;
    private final CheckChoice containers;
    private LogFollowing following;
    private boolean telling;

    /// Begins to follow.
    public LogView(ClusterSession session, ResourceId object, Tasks tasks, Dialogs dialogs) {
        this.session = session;
        this.object = object;
        this.tasks = tasks;
        this.dialogs = dialogs;
        getStyleClass().add("logs");
        pods = choice("log-pods", "logs.pods", names -> shown.showPods(names));
        containers = choice("log-containers", "logs.containers", names -> shown.showContainers(names));
        list.setId("log-lines");
        list.getStyleClass().add("log-lines");
        list.setAccessibleText(messages.get("logs.of", object.kind(), object.name()));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new LogCell(looks, list.widthProperty()));
        list.setPlaceholder(placeholder());
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                newest.setSelected(false);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                search.requestFocus();
                event.consume();
            }
        });
        newest.setSelected(true);
        newest.selectedProperty().subscribe(this::follow);
        list.heightProperty().subscribe((_, _) -> follow());
        only.selectedProperty().subscribe(this::seek);
        times.selectedProperty().subscribe(this::look);
        wrap.selectedProperty().subscribe(this::look);
        previous.selectedProperty().subscribe((_, _) -> begin());
        setTop(bar());
        setCenter(list);
        setBottom(state);
        state.getStyleClass().add("log-state");
        state.setId("log-state");
        shown.lines().subscribe(this::changed);
        following = begun();
    }

    private FlowPane bar() {
        search.setId("log-search");
        search.setPromptText(messages.get("logs.search"));
        search.setAccessibleText(messages.get("logs.search"));
        PauseTransition typed = new PauseTransition(javafx.util.Duration.millis(200));
        typed.setOnFinished(_ -> seek());
        search.textProperty().subscribe((_, _) -> typed.playFromStart());
        search.setOnAction(_ -> step(1));
        found.setId("log-found");
        found.getStyleClass().add("text-muted");
        HBox seeking = new HBox(
                2,
                search,
                button("log-earlier", "fth-chevron-up", "logs.earlier", () -> step(-1)),
                button("log-later", "fth-chevron-down", "logs.later", () -> step(1)),
                found);
        seeking.setAlignment(Pos.CENTER_LEFT);
        FlowPane bar = new FlowPane(
                6,
                4,
                pods,
                containers,
                seeking,
                only,
                times,
                wrap,
                previous,
                newest,
                button("log-clear", "fth-slash", "logs.clear", book::clear),
                button("log-save", "fth-save", "logs.save", this::save));
        bar.getStyleClass().add("log-bar");
        return bar;
    }

    private CheckChoice choice(String id, String name, java.util.function.Consumer<Set<String>> chosen) {
        return new CheckChoice(id, messages.get(name), messages.get("logs.choose"), names -> {
            chosen.accept(names);
            tell();
        });
    }

    private Label placeholder() {
        Label nothing = new Label(messages.get("logs.nothing"));
        nothing.getStyleClass().add("text-muted");
        nothing.setWrapText(true);
        return nothing;
    }

    private ToggleButton toggle(String id, String icon, String name) {
        ToggleButton button = new ToggleButton("", new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(messages.get(name));
        button.setTooltip(new Tooltip(messages.get(name)));
        return button;
    }

    private Button button(String id, String icon, String name, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setAccessibleText(messages.get(name));
        button.setTooltip(new Tooltip(messages.get(name)));
        button.setOnAction(_ -> run.run());
        return button;
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
        LogFollowing begun = new LogFollowing(session, object, previous.isSelected(), book, tasks, later);
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
        if (newest.isSelected() && !shown.lines().isEmpty()) {
            list.scrollTo(shown.lines().size() - 1);
        }
        Scene scene = getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    if (newest.isSelected() && list.lookup(".virtual-flow") instanceof VirtualFlow<?> lines) {
                        lines.setPosition(1);
                    }
                }
            });
        }
    }

    private void look() {
        looks.set(new LogCell.Looks(
                times.isSelected(),
                shown.isOfSeveral(),
                wrap.isSelected(),
                looks.get().sought()));
        list.refresh();
    }

    private void seek() {
        Optional<LogFilter> read = LogFilter.read(search.getText());
        search.pseudoClassStateChanged(WRONG, read.isEmpty());
        read.ifPresent(filter -> {
            looks.set(new LogCell.Looks(times.isSelected(), shown.isOfSeveral(), wrap.isSelected(), filter));
            shown.showOnly(only.isSelected() ? filter : LogFilter.NONE);
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
                newest.setSelected(false);
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
        offer(pods, of.pods(), shown.hiddenPods(), "logs.pods");
        offer(containers, of.containers(), shown.hiddenContainers(), "logs.containers");
        LogFilter sought = looks.get().sought();
        found.setText(
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

    private void offer(CheckChoice choice, Set<String> all, Set<String> hidden, String name) {
        Set<String> ticked = new HashSet<>(all);
        ticked.removeAll(hidden);
        choice.offer(all);
        choice.show(ticked);
        choice.setText(messages.get(name) + (hidden.isEmpty() ? "" : " " + ticked.size() + "/" + all.size()));
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text(list.getSelectionModel().getSelectedItems()));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            newest.setSelected(true);
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.PAGE_UP) {
            newest.setSelected(false);
        }
    }

    private String text(List<LogLine> lines) {
        boolean several = shown.isOfSeveral();
        return lines.stream()
                .map(line -> (times.isSelected() ? line.at() + " " : "")
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

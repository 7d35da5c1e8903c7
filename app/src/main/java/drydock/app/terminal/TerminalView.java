package drydock.app.terminal;

import drydock.app.session.ClusterSession;
import drydock.app.task.Tasks;
import drydock.app.terminal.screen.Reader;
import drydock.app.terminal.screen.Screen;
import drydock.app.text.Messages;
import drydock.model.cluster.DirectAccess.Size;
import drydock.model.resource.ResourceId;
import drydock.render.theme.Theme;
import drydock.sim.container.CommandLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// A program in a container, in a terminal. It is hung up on [#close], and ends when the cluster is locked.
final class TerminalView extends BorderPane {

    /// The better shell of the two, in a terminal that knows colours.
    private static final List<String> SHELL =
            List.of("sh", "-c", "TERM=xterm-256color; export TERM; command -v bash >/dev/null && exec bash || exec sh");

    private final Messages messages = Messages.of(TerminalView.class);
    private final ClusterSession session;
    private final ResourceId pod;
    private final Tasks tasks;
    private final Executor inTurn;
    private final Screen screen = new Screen(80, 24);
    private final ScreenPane pane;
    private final ChoiceBox<String> container = new ChoiceBox<>();
    private final TextField command = new TextField();
    private final Button again = new Button();
    private final Label state = new Label();
    private final Subscription locking;
    private Reader reader;
    private TerminalLine line;
    private boolean begun;

    /// @param containers of the Pod, the one to begin with first
    /// @param inTurn does one thing after the other, off the JavaFX thread
    TerminalView(
            ClusterSession session,
            ResourceId pod,
            List<String> containers,
            ObservableValue<Theme> theme,
            Tasks tasks,
            Executor inTurn) {
        this.session = session;
        this.pod = pod;
        this.tasks = tasks;
        this.inTurn = inTurn;
        pane = new ScreenPane(screen, theme, this::wheel);
        pane.setAccessibleText(messages.get("terminal.of", pod.name()));
        reader = new Reader(screen, this::reply);
        line = unconnected();
        getStyleClass().add("terminal");
        container.setId("terminal-container");
        container.getItems().setAll(containers);
        container.getSelectionModel().selectFirst();
        container.setAccessibleText(messages.get("terminal.container"));
        container.setTooltip(new Tooltip(messages.get("terminal.container")));
        container.valueProperty().subscribe((_, _) -> begin());
        setTop(bar());
        setCenter(pane);
        pane.setOnResized(this::fit);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        pane.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            Keys.typed(event).ifPresent(this::type);
            event.consume();
        });
        locking = Subscription.combine(session.writable().subscribe(writable -> {
            if (!writable) {
                lock();
            }
        }));
    }

    private FlowPane bar() {
        command.setId("terminal-command");
        command.setPromptText(messages.get("terminal.shell"));
        command.setAccessibleText(messages.get("terminal.command"));
        command.setTooltip(new Tooltip(messages.get("terminal.command")));
        command.setOnAction(_ -> begin());
        again.setId("terminal-again");
        again.setText(messages.get("terminal.again"));
        again.setGraphic(new FontIcon("fth-repeat"));
        again.setOnAction(_ -> begin());
        state.setId("terminal-state");
        state.getStyleClass().add("terminal-state");
        Label cluster = new Label(session.info().name() + "  " + pod.namespace() + "/" + pod.name());
        cluster.getStyleClass().add("terminal-place");
        FlowPane bar = new FlowPane(8, 4, cluster, container, command, again, state);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("terminal-bar");
        return bar;
    }

    /// Takes the keys.
    void enter() {
        pane.requestFocus();
    }

    private TerminalLine unconnected() {
        return new TerminalLine(session, tasks, inTurn, new Told(++number));
    }

    private int number;

    private void begin() {
        if (!session.writable().get()) {
            lock();
            return;
        }
        line.close();
        reader.read("\u001bc\u001b[3J".getBytes(StandardCharsets.US_ASCII));
        reader = new Reader(screen, this::reply);
        line = unconnected();
        say("terminal.connecting");
        line.begin(pod, container.getValue(), program(), size());
        pane.update();
    }

    private List<String> program() {
        String typed = command.getText().strip();
        return typed.isEmpty() ? SHELL : CommandLine.split(typed);
    }

    private Size size() {
        return new Size(screen.columns(), screen.rows());
    }

    /// The program begins once it is known how large its terminal is.
    private void fit() {
        if (pane.getWidth() <= 0 || pane.getHeight() <= 0) {
            return;
        }
        int columns = pane.columnsThatFit();
        int rows = pane.rowsThatFit();
        if (columns != screen.columns() || rows != screen.rows()) {
            screen.resize(columns, rows);
            line.resize(size());
        }
        if (!begun) {
            begun = true;
            begin();
        }
    }

    private void lock() {
        if (!line.isOver()) {
            line.close();
        }
        say("terminal.locked", session.info().name());
    }

    private void say(String key, Object... arguments) {
        state.setText(messages.get(key, arguments));
    }

    private void reply(String answer) {
        line.type(answer.getBytes(StandardCharsets.UTF_8));
    }

    private void type(byte[] keys) {
        if (!line.isOver()) {
            pane.unmark();
            pane.follow();
            line.type(keys);
        }
    }

    private void pressed(KeyEvent event) {
        boolean shortcut = event.isShortcutDown() && (event.isShiftDown() || event.isMetaDown());
        boolean paste = (shortcut && event.getCode() == KeyCode.V)
                || (event.isShiftDown() && event.getCode() == KeyCode.INSERT);
        if (shortcut && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        } else if (paste) {
            String text = Clipboard.getSystemClipboard().getString();
            if (text != null) {
                type(Keys.pasted(text, screen.modes()));
            }
            event.consume();
        } else {
            Keys.pressed(event, screen.modes()).ifPresent(keys -> {
                type(keys);
                event.consume();
            });
        }
    }

    private void copy() {
        String text = pane.markedText();
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// A program with a screen of its own is told as by the arrow keys, as xterm does.
    private void wheel(int lines) {
        String arrow = (screen.modes().applicationCursor() ? "\u001bO" : "\u001b[") + (lines > 0 ? "A" : "B");
        type(arrow.repeat(Math.abs(lines)).getBytes(StandardCharsets.US_ASCII));
    }

    /// Hangs up.
    void close() {
        locking.unsubscribe();
        line.close();
    }

    /// What a line says, as long as it is the one that is looked at.
    private final class Told implements TerminalLine.Listener {

        private final int of;

        Told(int of) {
            this.of = of;
        }

        @Override
        public void begun() {
            if (of == number) {
                state.setText("");
                line.resize(size());
            }
        }

        @Override
        public void written(byte[] bytes) {
            if (of == number) {
                reader.read(bytes);
                pane.update();
            }
        }

        @Override
        public void over(Optional<Integer> exitCode, Optional<String> said) {
            if (of != number) {
                return;
            }
            if (said.isPresent()) {
                say("terminal.broken", said.get());
            } else {
                say(
                        exitCode.isPresent() ? "terminal.ended" : "terminal.closed",
                        exitCode.map(String::valueOf).orElse(""));
            }
        }
    }
}

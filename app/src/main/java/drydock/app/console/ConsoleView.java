package drydock.app.console;

import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.RunningCommand;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.jspecify.annotations.Nullable;

/// Takes command lines and shows what they print.
///
/// Lines are run one after the other: what is typed while a command still runs waits for it, as a terminal's
/// shell takes it afterwards. What a menu types is run at once, beside it.
public final class ConsoleView extends BorderPane {

    private static final int MOST_CHARACTERS = 500_000;
    private static final String PROMPT = "$ ";

    private final Messages messages = Messages.of(ConsoleView.class);
    private final Workspace workspace;
    private final StyleClassedTextArea output = new StyleClassedTextArea();
    private final TextField input = new TextField();
    private final CommandHistory history = new CommandHistory();
    private final Jobs jobs = new Jobs();
    private final Button stop = new Button(messages.get("console.stop"));
    private final Label ahead = new Label();
    private final Deque<RunningCommand> running = new ArrayDeque<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    public ConsoleView(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("console");
        output.setId("console-output");
        output.setEditable(false);
        output.setWrapText(false);
        output.setAccessibleText(messages.get("console.output"));
        input.setId("console-input");
        input.setAccessibleText(messages.get("console.input"));
        input.promptTextProperty()
                .bind(workspace
                        .sessionProperty()
                        .map(s -> messages.get(s.isPresent() ? "console.hint" : "console.off")));
        input.disableProperty().bind(workspace.sessionProperty().map(Optional::isEmpty));
        input.setOnAction(_ -> enter());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stop.setId("console-stop");
        stop.setTooltip(new Tooltip(messages.get("console.stopHint")));
        stop.setFocusTraversable(false);
        stop.setOnAction(_ -> stop());
        stop.managedProperty().bind(stop.visibleProperty());
        ahead.setId("console-ahead");
        ahead.getStyleClass().add("text-muted");
        ahead.setMinWidth(USE_PREF_SIZE);
        ahead.managedProperty().bind(ahead.visibleProperty());
        showRunning();
        workspace.sessionProperty().subscribe(() -> {
            running.clear();
            waiting.clear();
            showRunning();
            jobs.clear();
        });
        Label prompt = new Label(PROMPT.strip());
        prompt.getStyleClass().add("console-prompt");
        HBox line = new HBox(prompt, input, ahead, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("console-line");
        HBox.setHgrow(input, Priority.ALWAYS);
        setCenter(new VirtualizedScrollPane<>(output));
        setBottom(line);
    }

    /// Types a line as if the user had, as a menu does that shows what it is about to do.
    public void run(String line) {
        run(line, _ -> {});
    }

    /// Types a line, and tells its exit code when it is done.
    public void run(String line, IntConsumer done) {
        Optional<ClusterSession> session = workspace.session();
        if (session.isEmpty() || line.isBlank()) {
            return;
        }
        history.add(line);
        print(PROMPT + line + "\n", "console-command");
        if (isOwn(line.strip())) {
            done.accept(0);
            return;
        }
        if (line.stripTrailing().endsWith("&")) {
            begin(line.strip().substring(0, line.strip().length() - 1).stripTrailing(), session.get());
            done.accept(0);
            return;
        }
        begin(line, session.get(), done);
    }

    private void begin(String line, ClusterSession session, IntConsumer done) {
        AtomicReference<@Nullable RunningCommand> own = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        RunningCommand command = session.console(line, new Printer(code -> {
            over.set(true);
            ended(own.get());
            done.accept(code);
        }));
        own.set(command);
        if (!over.get()) {
            running.addLast(command);
        }
        showRunning();
    }

    /// Goes on with what was typed ahead, once nothing runs any more.
    private void ended(@Nullable RunningCommand command) {
        if (command != null) {
            running.remove(command);
        }
        if (running.isEmpty() && !waiting.isEmpty()) {
            run(waiting.removeFirst(), _ -> {});
        }
        showRunning();
    }

    /// Begins a command that the console does not wait for.
    private void begin(String command, ClusterSession session) {
        int number = jobs.nextNumber();
        print("[" + number + "]\n", "console-text");
        jobs.add(number, command, session.console(command, new Printer(_ -> ended(number))));
    }

    /// Whether it is a line that the console itself understands, as a shell does.
    private boolean isOwn(String line) {
        if (line.equals("clear")) {
            output.clear();
        } else if (line.equals("jobs")) {
            jobs.lines().forEach(job -> print(job + "\n", "console-text"));
        } else if (line.matches("kill\\s+%\\d+")) {
            String job = line.substring(line.indexOf('%'));
            if (!jobs.stop(job)) {
                print("kill: " + job + ": no such job\n", "console-error");
            }
        } else {
            return false;
        }
        return true;
    }

    private void ended(int number) {
        jobs.ended(number).ifPresent(line -> print("[" + number + "]+ Done       " + line + "\n", "console-text"));
    }

    /// Shows whether something is waited for, and how much is typed ahead.
    private void showRunning() {
        stop.setVisible(!running.isEmpty());
        ahead.setVisible(!waiting.isEmpty());
        ahead.setText(messages.get("console.ahead", waiting.size()));
        ahead.setTooltip(waiting.isEmpty() ? null : new Tooltip(String.join("\n", waiting)));
    }

    private void stop() {
        if (!running.isEmpty()) {
            print("^C\n", "console-text");
            running.getLast().stop();
        }
    }

    @Override
    public void requestFocus() {
        input.requestFocus();
    }

    private void enter() {
        String line = input.getText();
        input.clear();
        if (running.isEmpty()) {
            run(line);
        } else if (!line.isBlank()) {
            waiting.addLast(line);
            showRunning();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() && event.getCode() == KeyCode.C && !running.isEmpty()) {
            if (input.getSelectedText().isEmpty()) {
                stop();
                event.consume();
            }
        } else if (event.getCode() == KeyCode.TAB
                && !event.isShiftDown()
                && !input.getText().isBlank()) {
            complete();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            show(history.earlier());
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            show(history.later());
            event.consume();
        }
    }

    /// Writes on what the line may become; if that is several things, they are listed.
    private void complete() {
        workspace.session().ifPresent(session -> {
            String before = input.getText(0, input.getCaretPosition());
            List<String> words = new Completion(
                            List.copyOf(session.observed().knowledge().keySet()), kind -> names(session, kind))
                    .of(before);
            String last = before.substring(before.lastIndexOf(' ') + 1);
            String more = Completion.common(words);
            if (words.size() > 1 && more.equals(last)) {
                print(String.join("  ", words) + "\n", "console-text");
            } else if (!words.isEmpty()) {
                String rest = more.substring(last.length()) + (words.size() == 1 ? " " : "");
                input.insertText(input.getCaretPosition(), rest);
            }
        });
    }

    private static List<String> names(ClusterSession session, ResourceKind kind) {
        return session.observed().objects().stream()
                .filter(object -> Kinds.of(object).equals(kind))
                .map(object -> object.getMetadata().getName())
                .toList();
    }

    private void show(String line) {
        input.setText(line);
        input.end();
    }

    private void print(String text, String style) {
        output.append(text, List.of(style));
        if (output.getLength() > MOST_CHARACTERS) {
            output.deleteText(0, output.getLength() - MOST_CHARACTERS);
        }
        output.moveTo(output.getLength());
        output.requestFollowCaret();
    }

    private final class Printer implements ConsoleOutput {

        private final IntConsumer done;

        Printer(IntConsumer done) {
            this.done = done;
        }

        @Override
        public void print(String text) {
            ConsoleView.this.print(text, "console-text");
        }

        @Override
        public void printError(String text) {
            ConsoleView.this.print(text, "console-error");
        }

        @Override
        public void done(int exitCode) {
            done.accept(exitCode);
        }
    }
}

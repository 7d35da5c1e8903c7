package drydock.app.console;

import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;

/// Takes command lines and shows what they print.
///
/// Lines are run one after the other: what is typed while a command still runs waits for it.
public final class ConsoleView extends BorderPane {

    private static final int MOST_CHARACTERS = 500_000;
    private static final String PROMPT = "$ ";

    private final Messages messages = Messages.of(ConsoleView.class);
    private final Workspace workspace;
    private final StyleClassedTextArea output = new StyleClassedTextArea();
    private final TextField input = new TextField();
    private final CommandHistory history = new CommandHistory();
    private boolean running;

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
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::recall);
        Label prompt = new Label(PROMPT.strip());
        prompt.getStyleClass().add("console-prompt");
        HBox line = new HBox(prompt, input);
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
        if (line.strip().equals("clear")) {
            output.clear();
            done.accept(0);
            return;
        }
        running = true;
        session.get().console(line, new Printer(done));
    }

    @Override
    public void requestFocus() {
        input.requestFocus();
    }

    private void enter() {
        if (!running) {
            String line = input.getText();
            input.clear();
            run(line);
        }
    }

    private void recall(KeyEvent event) {
        if (event.getCode() == KeyCode.UP) {
            show(history.earlier());
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            show(history.later());
            event.consume();
        }
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
            running = false;
            done.accept(exitCode);
        }
    }
}

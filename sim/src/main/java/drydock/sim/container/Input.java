package drydock.sim.container;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What comes in to a process: text that is all there from the start, or that others go on writing until they close it.
///
/// One reads at a time; what comes while nobody reads is kept.
public final class Input {

    private final StringBuilder waiting = new StringBuilder(0);
    private final boolean terminal;
    private boolean closed;
    private @Nullable Reader reader;

    /// Takes lines, with their ends; the last one may have none.
    private record Reader(Consumer<String> line, Runnable end, boolean one) {}

    public Input() {
        this(false);
    }

    private Input(boolean terminal) {
        this.terminal = terminal;
    }

    /// What is typed at a terminal, by way of a [Keyboard].
    public static Input terminal() {
        return new Input(true);
    }

    /// All of `text` and no more.
    public static Input of(String text) {
        Input input = new Input();
        input.write(text);
        input.close();
        return input;
    }

    /// Adds text; nothing happens after the end.
    public void write(String text) {
        if (!closed) {
            waiting.append(text);
            pump();
        }
    }

    /// Whether somebody may type it, who wants to be asked for it.
    public boolean isTerminal() {
        return terminal;
    }

    /// Whether nothing more will come.
    boolean isClosed() {
        return closed;
    }

    /// Nothing more will come.
    public void close() {
        closed = true;
        pump();
    }

    /// Tells each line as it comes, then the end.
    void lines(Consumer<String> line, Runnable end) {
        reader = new Reader(line, end, false);
        pump();
    }

    /// Tells the next line, or the end if there is none.
    void line(Consumer<String> line, Runnable end) {
        reader = new Reader(line, end, true);
        pump();
    }

    /// Tells all there is up to the end, once it has come.
    void all(Consumer<String> then) {
        StringBuilder text = new StringBuilder();
        lines(text::append, () -> then.accept(text.toString()));
    }

    private void pump() {
        while (reader != null) {
            Reader now = reader;
            int end = waiting.indexOf("\n") + 1;
            if (end == 0 && !closed) {
                return;
            }
            if (end == 0 && waiting.isEmpty()) {
                reader = null;
                now.end().run();
                continue;
            }
            int length = end == 0 ? waiting.length() : end;
            String line = waiting.substring(0, length);
            waiting.delete(0, length);
            if (now.one()) {
                reader = null;
            }
            now.line().accept(line);
        }
    }
}

package drydock.sim.container;

import java.util.function.Consumer;

/// What a terminal makes of the keys before a program reads them: whole lines, in which keys can be taken back, and
/// which are shown as they are typed (the line discipline of a tty in its usual, canonical mode).
public final class Keyboard {

    private static final char INTERRUPT = 3;
    private static final char END = 4;
    private static final char BACKSPACE = 8;
    private static final char DELETE = 127;

    private final Input to;
    private final Consumer<String> echo;
    private final StringBuilder line = new StringBuilder();

    /// @param to gets whole lines
    /// @param echo shows what is typed
    public Keyboard(Input to, Consumer<String> echo) {
        this.to = to;
        this.echo = echo;
    }

    /// Takes keys as a terminal sends them. Ctrl+D on an empty line is the end of all; Ctrl+C gives up the line, and
    /// does not reach a program that runs.
    public void type(String keys) {
        keys.chars().forEach(key -> press((char) key));
    }

    private void press(char key) {
        switch (key) {
            case '\r', '\n' -> {
                echo.accept("\n");
                to.write(line + "\n");
                line.setLength(0);
            }
            case BACKSPACE, DELETE -> {
                if (!line.isEmpty()) {
                    line.setLength(line.length() - 1);
                    echo.accept("\b \b");
                }
            }
            case INTERRUPT -> {
                line.setLength(0);
                echo.accept("^C\n");
                to.write("\n");
            }
            case END -> {
                if (line.isEmpty()) {
                    to.close();
                } else {
                    to.write(line.toString());
                    line.setLength(0);
                }
            }
            default -> {
                line.append(key);
                echo.accept(String.valueOf(key));
            }
        }
    }
}

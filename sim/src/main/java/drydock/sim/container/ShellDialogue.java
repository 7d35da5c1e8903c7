package drydock.sim.container;

import java.time.Duration;

/// A shell that reads what it is to do line by line, as the lines come, and asks for each on a terminal.
final class ShellDialogue {

    /// Between two lines, so that many of them are not done within each other.
    private static final Duration TURN = Duration.ofMillis(1);

    private final ContainerProcess process;
    private final ShellState state;
    private final StringBuilder pending = new StringBuilder();

    ShellDialogue(ContainerProcess process, ShellState state) {
        this.process = process;
        this.state = state;
    }

    /// Reads the first line; from then on one follows the other until `exit`, or the end of what comes in.
    void begin() {
        if (process.streams().in().isTerminal()) {
            process.complain(pending.isEmpty() ? prompt() : "> ");
        }
        process.streams().in().line(this::take, this::end);
    }

    /// (busybox: `\\w # `, with the home as `~`)
    private String prompt() {
        return (process.directory().equals(Container.HOME) ? "~" : process.directory()) + " # ";
    }

    private void take(String line) {
        pending.append(line);
        try {
            ShellNode node = ShellParser.parseLines(pending.toString());
            pending.setLength(0);
            state.leaving = ShellState.Leaving.NOTHING;
            new ShellRun(state).run(node, process.streams(), _ -> process.after(TURN, this::begin));
        } catch (ShellSyntaxException wrong) {
            if (wrong.mayGoOn()) {
                process.after(TURN, this::begin);
            } else {
                refuse(wrong);
            }
        }
    }

    private void refuse(ShellSyntaxException wrong) {
        pending.setLength(0);
        process.complain("sh: " + wrong.getMessage() + "\n");
        if (process.streams().in().isTerminal()) {
            state.lastExit = 2;
            process.after(TURN, this::begin);
        } else {
            state.exit(2);
        }
    }

    private void end() {
        if (pending.isEmpty()) {
            state.exit(state.lastExit);
        } else {
            process.complain("sh: syntax error: unterminated command\n");
            state.exit(2);
        }
    }
}

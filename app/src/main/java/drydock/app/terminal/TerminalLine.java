package drydock.app.terminal;

import drydock.app.session.ClusterSession;
import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.DirectAccess.Size;
import drydock.model.cluster.DirectAccess.Terminal;
import drydock.model.cluster.DirectAccess.TerminalListener;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The connection of a terminal's window with its program. What is typed is sent in its order. Belongs to the JavaFX
/// thread.
final class TerminalLine {

    /// Told what happens, on the JavaFX thread.
    interface Listener {

        void begun();

        void written(byte[] bytes);

        /// Nothing comes after it.
        void over(Optional<Integer> exitCode, Optional<String> said);
    }

    private final ClusterSession session;
    private final Tasks sending;
    private final Listener listener;
    private final FrameBatch<Runnable> batch;
    private volatile @Nullable Terminal terminal;
    private boolean over;

    /// @param inTurn does one thing after the other, off the JavaFX thread
    TerminalLine(ClusterSession session, Tasks tasks, Executor inTurn, Listener listener) {
        this.session = session;
        this.sending = tasks.on(inTurn);
        this.listener = listener;
        this.batch = new FrameBatch<>(tasks, all -> all.forEach(Runnable::run));
    }

    void begin(ResourceId pod, String container, List<String> program, Size size) {
        TerminalListener receiver = new TerminalListener() {
            @Override
            public void written(byte[] bytes) {
                batch.add(() -> TerminalLine.this.written(bytes));
            }

            @Override
            public void ended(Optional<Integer> exitCode, Optional<String> said) {
                batch.add(() -> end(exitCode, said));
            }
        };
        session.ask(cluster -> cluster.containers()
                        .flatMap(access -> access.direct())
                        .orElseThrow(() -> new ClusterException(0, "NoTerminal", "no terminals here"))
                        .terminal(pod, container, program, size, receiver))
                .then(this::begun)
                .otherwise(failure -> end(Optional.empty(), Optional.of(String.valueOf(failure.getMessage()))))
                .start();
    }

    private void begun(Terminal begun) {
        terminal = begun;
        if (over) {
            close();
        } else {
            listener.begun();
        }
    }

    private void written(byte[] bytes) {
        if (!over) {
            listener.written(bytes);
        }
    }

    private void end(Optional<Integer> exitCode, Optional<String> said) {
        if (!over) {
            over = true;
            listener.over(exitCode, said);
        }
    }

    boolean isOver() {
        return over;
    }

    void type(byte[] keys) {
        send(connected -> connected.type(keys));
    }

    void resize(Size size) {
        send(connected -> connected.resize(size));
    }

    private void send(Consumer<Terminal> what) {
        if (!over) {
            sending.work(() -> {
                        Terminal connected = terminal;
                        if (connected != null) {
                            what.accept(connected);
                        }
                        return true;
                    })
                    .otherwise(_ -> {
                        // a line that has ended says so by itself; a locked cluster is shown as locked
                    })
                    .start();
        }
    }

    /// Hangs up.
    void close() {
        over = true;
        Terminal connected = terminal;
        if (connected != null) {
            sending.work(() -> {
                        connected.close();
                        return true;
                    })
                    .otherwise(_ -> {
                        // it has ended in another way, then
                    })
                    .start();
        }
    }
}

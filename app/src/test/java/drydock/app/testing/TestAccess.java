package drydock.app.testing;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.DirectAccess;
import drydock.model.resource.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A way into Pods in which the test plays the programs and the ports.
public final class TestAccess implements DirectAccess {

    /// A terminal that was opened.
    public static final class OpenTerminal implements Terminal {

        private final List<String> program;
        private final TerminalListener listener;
        private final StringBuilder typed = new StringBuilder();
        private final String container;
        private Size size;
        private boolean closed;

        private OpenTerminal(String container, List<String> program, Size size, TerminalListener listener) {
            this.container = container;
            this.program = program;
            this.size = size;
            this.listener = listener;
        }

        public String container() {
            return container;
        }

        public List<String> program() {
            return program;
        }

        public synchronized String typed() {
            return typed.toString();
        }

        public Size size() {
            return size;
        }

        public boolean isClosed() {
            return closed;
        }

        public void write(String text) {
            listener.written(text.getBytes(StandardCharsets.UTF_8));
        }

        public void end(Optional<Integer> code, Optional<String> said) {
            listener.ended(code, said);
        }

        @Override
        public synchronized void type(byte[] keys) {
            typed.append(new String(keys, StandardCharsets.UTF_8));
        }

        @Override
        public void resize(Size wanted) {
            size = wanted;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /// A port that was opened.
    public static final class OpenForward implements Forward {

        private final Supplier<Optional<PodPort>> to;
        private final int local;
        private final ForwardListener listener;
        private boolean closed;

        private OpenForward(Supplier<Optional<PodPort>> to, int local, ForwardListener listener) {
            this.to = to;
            this.local = local;
            this.listener = listener;
        }

        /// Where a connection would go now.
        public Optional<PodPort> target() {
            return to.get();
        }

        public ForwardListener listener() {
            return listener;
        }

        public boolean isClosed() {
            return closed;
        }

        @Override
        public int local() {
            return local == 0 ? 40_000 : local;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final List<OpenTerminal> terminals = new ArrayList<>();
    private final List<OpenForward> forwards = new ArrayList<>();
    private Optional<ClusterException> refusal = Optional.empty();

    /// Lets nobody in any more.
    public void refuse(ClusterException why) {
        refusal = Optional.of(why);
    }

    public List<OpenTerminal> terminals() {
        return List.copyOf(terminals);
    }

    public List<OpenForward> forwards() {
        return List.copyOf(forwards);
    }

    private void demandEntry() {
        refusal.ifPresent(why -> {
            throw why;
        });
    }

    @Override
    public Terminal terminal(
            ResourceId pod, String container, List<String> program, Size size, TerminalListener listener) {
        demandEntry();
        OpenTerminal opened = new OpenTerminal(container, program, size, listener);
        terminals.add(opened);
        return opened;
    }

    @Override
    public Forward forward(Supplier<Optional<PodPort>> to, int local, ForwardListener listener) {
        demandEntry();
        OpenForward opened = new OpenForward(to, local, listener);
        forwards.add(opened);
        return opened;
    }
}

package drydock.app.live.pod;

import drydock.app.live.api.ApiServer;
import drydock.app.live.watch.WireException;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.DirectAccess;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// The containers of a real cluster. What it has open ends when it is closed.
public final class LiveContainers implements ContainerAccess, DirectAccess, AutoCloseable {

    private static final int FAILED = 1;

    private final ApiServer server;
    private final String cluster;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

    /// @param cluster its name, for what goes wrong
    public LiveContainers(ApiServer server, String cluster) {
        this.server = server;
        this.cluster = cluster;
    }

    @Override
    public Optional<DirectAccess> direct() {
        return Optional.of(this);
    }

    @Override
    public Subscription log(
            ResourceId pod, String container, LogWish wish, Consumer<String> text, Consumer<Optional<String>> end) {
        LiveLog log = asking(() -> LiveLog.begin(server, pod, container, wish, text, end));
        open.add(log);
        return () -> {
            open.remove(log);
            log.close();
        };
    }

    /// Waits for nothing but the program's start. A program that is to read what there is gets it at once; there is no
    /// way to tell it on these channels that no more will come.
    @Override
    public void exec(
            ResourceId pod,
            String container,
            List<String> program,
            String input,
            Consumer<String> out,
            Consumer<String> err,
            IntConsumer done) {
        Program.Gets gets = input.isEmpty() ? Program.Gets.NOTHING : Program.Gets.INPUT;
        Program started = asking(() -> Program.start(server, pod, container, program, gets, new Program.Listener() {
            @Override
            public void written(byte[] bytes) {
                out.accept(new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void complained(byte[] bytes) {
                err.accept(new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void ended(Optional<Integer> exitCode, Optional<String> said) {
                said.ifPresent(words -> err.accept("error: " + words + "\n"));
                done.accept(exitCode.orElse(FAILED));
            }
        }));
        keep(started);
        if (!input.isEmpty()) {
            started.type(input.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Terminal terminal(
            ResourceId pod, String container, List<String> program, Size size, TerminalListener listener) {
        Program started = asking(() ->
                Program.start(server, pod, container, program, Program.Gets.TERMINAL, new Program.Listener() {
                    @Override
                    public void written(byte[] bytes) {
                        listener.written(bytes);
                    }

                    @Override
                    public void complained(byte[] bytes) {
                        listener.written(bytes);
                    }

                    @Override
                    public void ended(Optional<Integer> exitCode, Optional<String> said) {
                        listener.ended(exitCode, said);
                    }
                }));
        keep(started);
        started.resize(size);
        return started;
    }

    @Override
    public Attached attach(ResourceId pod, String container, Consumer<String> text, Consumer<Optional<String>> end) {
        Program attached = asking(() -> Program.attach(server, pod, container, new Program.Listener() {
            @Override
            public void written(byte[] bytes) {
                text.accept(new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void complained(byte[] bytes) {
                text.accept(new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void ended(Optional<Integer> exitCode, Optional<String> said) {
                end.accept(said);
            }
        }));
        keep(attached);
        return new Attached() {
            @Override
            public void type(String keys) {
                attached.type(keys.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {
                attached.close();
            }
        };
    }

    /// As `kubectl port-forward`: the local port leads to this very Pod.
    @Override
    public Subscription forward(ResourceId pod, int local, int port) {
        Forward forward = forward(() -> Optional.of(new PodPort(pod, port)), local, new ForwardListener() {
            @Override
            public void connected(PodPort to, int open) {}

            @Override
            public void disconnected(int open, Optional<String> said) {}
        });
        return forward::close;
    }

    @Override
    public Forward forward(Supplier<Optional<PodPort>> to, int local, ForwardListener listener) {
        LoopbackPort port = LoopbackPort.open(server, to, local, listener);
        open.add(port);
        return port;
    }

    @Override
    public void close() {
        open.forEach(each -> {
            try {
                each.close();
            } catch (Exception ended) {
                // it has ended in another way, then
            }
        });
        open.clear();
    }

    private void keep(Program started) {
        open.removeIf(each -> each instanceof Program program && program.isOver());
        open.add(started);
    }

    /// What the server is asked; may be refused.
    private interface Request<T> {
        T send() throws WireException;
    }

    private <T> T asking(Request<T> request) {
        try {
            return request.send();
        } catch (WireException refused) {
            throw refused.code() == 0
                    ? new ClusterException(cluster + " cannot be reached: " + refused.getMessage(), refused)
                    : new ClusterException(refused.code(), "Refused", String.valueOf(refused.getMessage()));
        }
    }
}

package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess.Attached;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.container.Container;
import drydock.sim.container.Input;
import drydock.sim.container.Keyboard;
import drydock.sim.container.Streams;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is asked of containers over a connection with numbered channels: `exec`, `attach` and `portforward` of
/// a Pod (`apimachinery/pkg/util/remotecommand`, `v5.channel.k8s.io`). What a terminal shows has its line ends
/// as a terminal has them.
public final class ContainerChannels {

    /// What goes to the client.
    public interface Told {
        void send(int channel, byte[] bytes);

        void end();
    }

    /// What comes from the client.
    public interface Typed {
        void take(int channel, byte[] bytes);

        /// The client has gone.
        void over();
    }

    private static final int STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int ERROR = 3;
    private static final int CLOSE = 255;

    private final Simulation simulation;

    public ContainerChannels(Simulation simulation) {
        this.simulation = simulation;
    }

    /// Whether `path` is answered over channels only.
    public static boolean leads(String path) {
        return ApiPath.parse(path)
                .filter(p -> p.plural().equals("pods")
                        && List.of("exec", "attach", "portforward").contains(p.subresource()))
                .isPresent();
    }

    /// Begins what `call` asks for.
    ///
    /// @param words all values of `command`, or of `ports`
    /// @throws ClusterException if it is refused
    public Typed begin(ApiCall call, List<String> words, Told told) {
        new Permission(simulation.cluster()).check(call);
        ApiPath path = ApiPath.parse(call.path()).orElseThrow(Bodies::noPath);
        ResourceId id = ResourceId.of(Kinds.POD, path.namespace(), path.name());
        Pod pod = (Pod) simulation
                .cluster()
                .get(id)
                .orElseThrow(() -> new ClusterException(404, "NotFound", "pods \"" + path.name() + "\" not found"));
        return switch (path.subresource()) {
            case "exec" -> exec(call, pod, words, told);
            case "attach" -> attach(call, pod, told);
            default -> new PodTalk(simulation, pod, words, told);
        };
    }

    private Typed exec(ApiCall call, Pod pod, List<String> program, Told told) {
        Container container = running(pod, container(call, pod));
        if (program.isEmpty()) {
            throw Bodies.bad("you must specify at least one command for the container");
        }
        told.send(STDOUT, new byte[0]);
        if (!container.has(program.getFirst())) {
            fail(
                    told,
                    Map.of(
                            "reason",
                            "InternalError",
                            "message",
                            "Internal error occurred: error executing command in container: failed to exec in"
                                + " container: failed to start exec: OCI runtime exec failed: exec failed: unable to"
                                + " start container process: exec: \"" + program.getFirst()
                                    + "\": executable file not found in $PATH",
                            "code",
                            500));
            return new Silent(() -> {});
        }
        boolean tty = call.isOn("tty");
        Input input = tty ? Input.terminal() : new Input();
        if (!call.isOn("stdin")) {
            input.close();
        }
        int errors = tty ? STDOUT : STDERR;
        Streams streams = new Streams(
                input, text -> told.send(STDOUT, shown(text, tty)), text -> told.send(errors, shown(text, tty)));
        Keyboard keyboard = new Keyboard(input, streams.out());
        var process = container.exec(program, streams, code -> ended(told, code));
        return new Typed() {
            @Override
            public void take(int channel, byte[] bytes) {
                if (channel == STDIN && tty) {
                    keyboard.type(new String(bytes, StandardCharsets.UTF_8));
                } else if (channel == STDIN) {
                    input.write(new String(bytes, StandardCharsets.UTF_8));
                } else if (channel == CLOSE) {
                    input.close();
                }
            }

            @Override
            public void over() {
                process.kill();
            }
        };
    }

    private Typed attach(ApiCall call, Pod pod, Told told) {
        String container = container(call, pod);
        running(pod, container);
        told.send(STDOUT, new byte[0]);
        boolean tty = call.isOn("tty");
        Attached attached = simulation
                .cluster()
                .containers()
                .orElseThrow(Bodies::noPath)
                .attach(
                        ResourceId.of(pod),
                        container,
                        text -> told.send(STDOUT, shown(text, tty)),
                        _ -> ended(told, 0));
        return new Typed() {
            @Override
            public void take(int channel, byte[] bytes) {
                if (channel == STDIN) {
                    attached.type(new String(bytes, StandardCharsets.UTF_8));
                } else if (channel == CLOSE) {
                    attached.close();
                }
            }

            @Override
            public void over() {
                attached.close();
            }
        };
    }

    /// A terminal goes back to the beginning of a line before the next one.
    private static byte[] shown(String text, boolean tty) {
        return bytes(tty ? text.replace("\n", "\r\n") : text);
    }

    private static String container(ApiCall call, Pod pod) {
        String named = call.query("container");
        return named.isEmpty() ? Subresources.onlyContainer(pod) : named;
    }

    private Container running(Pod pod, String container) {
        return simulation
                .container(pod, container)
                .orElseThrow(() -> new ClusterException(
                        404, "NotFound", "unable to upgrade connection: container not found (\"" + container + "\")"));
    }

    private static void ended(Told told, int code) {
        if (code == 0) {
            told.send(ERROR, bytes(Bodies.text(Map.of("metadata", Map.of(), "status", "Success"))));
            told.end();
        } else {
            fail(
                    told,
                    Map.of(
                            "message",
                            "command terminated with non-zero exit code: exit status " + code,
                            "reason",
                            "NonZeroExitCode",
                            "details",
                            Map.of("causes", List.of(Map.of("reason", "ExitCode", "message", String.valueOf(code))))));
        }
    }

    private static void fail(Told told, Map<String, Object> why) {
        Map<String, Object> status = new TreeMap<>(why);
        status.put("metadata", Map.of());
        status.put("status", "Failure");
        told.send(ERROR, bytes(Bodies.text(status)));
        told.end();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Takes nothing.
    private record Silent(Runnable end) implements Typed {

        @Override
        public void take(int channel, byte[] bytes) {
            // nobody reads
        }

        @Override
        public void over() {
            end.run();
        }
    }
}

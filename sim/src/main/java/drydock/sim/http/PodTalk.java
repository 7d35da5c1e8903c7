package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.container.BareTalk;
import drydock.sim.container.Call;
import drydock.sim.container.Outcome;
import drydock.sim.container.Reply;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// `portforward` over channels: two for each port, for what is said and for what goes wrong; each begins with
/// the port. What the client says is read as HTTP where it begins so, else message by message ([BareTalk]):
/// caches answer in their own protocol, a web server says 400, and who knows no more of its language than its
/// client prints hangs up.
final class PodTalk implements ContainerChannels.Typed {

    private static final int FIRST_LOCAL = 50_000;
    private static final int LOCALS = 10_000;

    /// What a web server says to what is no HTTP.
    private static final byte[] NO_HTTP = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    private final Simulation simulation;
    private final Pod pod;
    private final ContainerChannels.Told told;
    private final List<Integer> ports = new ArrayList<>();
    private final List<ByteArrayOutputStream> heard = new ArrayList<>();
    private final List<BareTalk> bare = new ArrayList<>();
    private final List<Integer> locals = new ArrayList<>();
    private final List<Runnable> forwards = new ArrayList<>();

    PodTalk(Simulation simulation, Pod pod, List<String> ports, ContainerChannels.Told told) {
        this.simulation = simulation;
        this.pod = pod;
        this.told = told;
        String phase = pod.getStatus() == null ? "Pending" : pod.getStatus().getPhase();
        if (!"Running".equals(phase)) {
            throw new ClusterException(
                    500, "InternalError", "unable to forward port because pod is not running. Current status=" + phase);
        }
        for (String words : ports) {
            for (String word : words.split(",", -1)) {
                if (!word.matches("\\d{1,5}")) {
                    throw Bodies.bad("unable to parse \"" + word + "\" as a port");
                }
                begin(Integer.parseInt(word));
            }
        }
    }

    private void begin(int port) {
        int channel = 2 * ports.size();
        int local = FIRST_LOCAL + simulation.engine().random("port-forward").nextInt(LOCALS);
        ports.add(port);
        heard.add(new ByteArrayOutputStream());
        bare.add(new BareTalk());
        locals.add(local);
        forwards.add(simulation.network().forward(local, ResourceId.of(pod), port));
        byte[] first = {(byte) port, (byte) (port >> 8)};
        told.send(channel, first);
        told.send(channel + 1, first);
    }

    @Override
    public void take(int channel, byte[] bytes) {
        int index = channel / 2;
        if (channel % 2 == 0 && index < ports.size()) {
            if (!bare.get(index).isHttp()) {
                bare.get(index).hear(bytes);
            }
            heard.get(index).writeBytes(bytes);
            if (bare.get(index).isHttp()) {
                read(index);
            } else {
                readBare(index);
            }
        }
    }

    @Override
    public void over() {
        forwards.forEach(Runnable::run);
    }

    /// Sends on what is a whole request.
    private void read(int index) {
        String text = heard.get(index).toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        String[] lines = text.substring(0, end).split("\r\n", -1);
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        String length = headers.getOrDefault("Content-Length", "0");
        int whole = end + 4 + (length.matches("\\d{1,7}") ? Integer.parseInt(length) : 0);
        String[] first = lines[0].split(" ", -1);
        if (first.length < 2 || text.length() < whole) {
            return;
        }
        heard.get(index).reset();
        heard.get(index).writeBytes(text.substring(whole).getBytes(StandardCharsets.ISO_8859_1));
        String body = new String(
                text.substring(end + 4, whole).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Call call = Call.get("localhost", locals.get(index), first[1])
                .withMethod(first[0], body)
                .withHeader(headers.getOrDefault("Host", "localhost"));
        simulation.network().outside().network().send(call, outcome -> answer(index, outcome));
    }

    /// Sends on each message that is whole, one after the other.
    private void readBare(int index) {
        bare.get(index)
                .next()
                .ifPresent(words -> simulation
                        .network()
                        .outside()
                        .network()
                        .send(Call.bare("localhost", locals.get(index), words), outcome -> answerBare(index, outcome)));
    }

    private void answerBare(int index, Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered(Reply reply, var _))) {
            refused(index);
        } else if (reply.isBytes()) {
            told.send(2 * index, reply.body().getBytes(StandardCharsets.ISO_8859_1));
            readBare(index);
        } else {
            if (!reply.hangsUp()) {
                told.send(2 * index, NO_HTTP);
            }
            told.end();
        }
    }

    private void answer(int index, Outcome outcome) {
        if (outcome instanceof Outcome.Answered(Reply reply, var _)) {
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + reply.status() + " " + reply.phrase() + "\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            whole.writeBytes(body);
            told.send(2 * index, whole.toByteArray());
            read(index);
        } else {
            refused(index);
        }
    }

    private void refused(int index) {
        fail(
                index,
                "error forwarding port " + ports.get(index) + " to pod "
                        + pod.getMetadata().getName() + ": failed to connect to localhost:" + ports.get(index)
                        + ": connection refused");
    }

    private void fail(int index, String why) {
        told.send(2 * index + 1, why.getBytes(StandardCharsets.UTF_8));
        told.end();
    }
}

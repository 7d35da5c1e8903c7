package drydock.app.live.pod;

import drydock.app.testing.Exchange;
import drydock.app.testing.Peer;
import drydock.app.testing.Peer.Message;
import drydock.app.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Answers for the containers of all Pods, as a kubelet does or the API server before it: a log of a few lines, a shell
/// that says what it is told, and ports that send back what they get.
public final class FakeKubelet implements TestServer.Handler {

    @Override
    public void answer(Exchange exchange) throws IOException {
        if (isAbout(exchange, "log", "containerLogs")) {
            log(exchange);
        } else if (!exchange.isWebSocket()) {
            exchange.refuse(400, "Upgrade request required");
        } else if (isAbout(exchange, "exec", "exec")) {
            exec(exchange);
        } else if (isAbout(exchange, "portforward", "portForward")) {
            forward(exchange);
        } else {
            exchange.refuse(404, "not found");
        }
    }

    /// Whether it is a request for a subresource of a Pod, or what that is at a kubelet.
    private static boolean isAbout(Exchange exchange, String subresource, String atKubelet) {
        return exchange.path().endsWith("/" + subresource) || exchange.path().startsWith("/" + atKubelet + "/");
    }

    private static void log(Exchange exchange) throws IOException {
        boolean timed = exchange.parameter("timestamps").contains("true");
        try (Exchange.Chunks chunks = exchange.chunks()) {
            for (int i = 1; i <= 3; i++) {
                chunks.write((timed ? "2026-03-01T12:00:0" + i + ".000000001Z " : "") + "line " + i + "\n");
            }
        }
    }

    private static void exec(Exchange exchange) throws IOException {
        List<String> words = exchange.parameter("command");
        Peer peer = exchange.upgrade();
        peer.send(1, "");
        if (words.equals(List.of("sh"))) {
            shell(peer);
        } else {
            peer.send(1, "ran " + String.join(" ", words) + "\n");
            peer.send(2, "and complained\n");
            end(peer, words.getFirst().equals("false") ? 1 : 0);
        }
    }

    /// Says each line it gets, and its size when it changes, until it is told to exit.
    private static void shell(Peer peer) throws IOException {
        StringBuilder typed = new StringBuilder();
        while (true) {
            Message message = peer.read();
            if (message.channel() == 4) {
                peer.send(1, "size " + message.text() + "\r\n");
            } else if (message.channel() == 0) {
                peer.send(1, message.text().replace("\r", "\r\n"));
                typed.append(message.text());
                if (typed.toString().endsWith("exit 3\r")) {
                    end(peer, 3);
                    return;
                }
            }
        }
    }

    private static void end(Peer peer, int code) throws IOException {
        peer.send(
                3,
                code == 0
                        ? "{\"metadata\":{},\"status\":\"Success\"}"
                        : "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"command terminated with non-zero exit"
                                + " code\",\"reason\":\"NonZeroExitCode\",\"details\":{\"causes\":[{\"reason\":"
                                + "\"ExitCode\",\"message\":\"" + code + "\"}]}}");
        peer.close(1000);
    }

    private static void forward(Exchange exchange) throws IOException {
        List<String> ports = exchange.parameter("ports");
        int port = Integer.parseInt((ports.isEmpty() ? exchange.parameter("port") : ports).getFirst());
        Peer peer = exchange.upgrade();
        byte[] number = {(byte) port, (byte) (port >> 8)};
        peer.send(0, number);
        peer.send(1, number);
        if (port == 81) {
            peer.send(1, "connection refused by port 81");
            peer.close(1000);
            return;
        }
        while (true) {
            Message message = peer.read();
            peer.send(0, ("port " + port + " got ").getBytes(StandardCharsets.UTF_8));
            peer.send(0, message.bytes().array());
        }
    }
}

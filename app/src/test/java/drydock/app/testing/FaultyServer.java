package drydock.app.testing;

import drydock.app.testing.Exchange.Chunks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// An API server that can be made to fail: it stands before one that works, and hands on what it is asked as long as
/// nothing goes wrong.
public final class FaultyServer implements AutoCloseable {

    /// What goes wrong.
    @FunctionalInterface
    public interface Fault {

        Fault NONE = _ -> false;

        /// Answers in the server's place, or gives `false` where the server shall answer.
        boolean answers(Exchange exchange) throws IOException;
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestServer door;
    private volatile String behind;
    private volatile Fault fault = Fault.NONE;

    /// @param behind the address of the server that works
    public FaultyServer(String behind) throws IOException {
        this.behind = behind;
        door = new TestServer(this::answer);
    }

    public String address() {
        return door.address();
    }

    /// From now on this goes wrong; connections that there are break.
    public void fail(Fault now) {
        fault = now;
        door.breakConnections();
    }

    /// From now on another server answers, as after a restart with other data; connections that there are break.
    public void restart(String withAnother) {
        behind = withAnother;
        fail(Fault.NONE);
    }

    /// Nothing goes wrong any more.
    public void mend() {
        fault = Fault.NONE;
    }

    private void answer(Exchange exchange) throws IOException {
        if (fault.answers(exchange)) {
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + exchange.target()))
                .method(exchange.method(), BodyPublishers.ofString(exchange.body()));
        Stream.of("Accept", "Content-Type")
                .filter(name -> !exchange.header(name).isEmpty())
                .forEach(name -> request.header(name, exchange.header(name)));
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (exchange.parameter("watch").isEmpty() || answer.statusCode() != 200) {
                    String type = answer.headers().firstValue("Content-Type").orElse("application/json");
                    exchange.answer(answer.statusCode(), type, new String(body.readAllBytes(), StandardCharsets.UTF_8));
                } else {
                    stream(body, exchange);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stream(InputStream body, Exchange exchange) throws IOException {
        try (Chunks chunks = exchange.chunks();
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                chunks.write(line + "\n");
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        client.shutdownNow();
    }
}

package drydock.app.serve;

import drydock.sim.http.ApiReply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/// An answer on its way from the simulation's thread to the one that talks to the client.
final class PendingReply implements ApiReply {

    /// What is answered, piece by piece.
    private sealed interface Piece {

        record Whole(int status, String contentType, String body) implements Piece {}

        record Begun(String contentType, Runnable over) implements Piece {}

        record Text(String text) implements Piece {}

        record End() implements Piece {}
    }

    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

    @Override
    public void send(int status, String contentType, String body) {
        pieces.add(new Piece.Whole(status, contentType, body));
    }

    @Override
    public Stream begin(String contentType, Runnable over) {
        pieces.add(new Piece.Begun(contentType, over));
        return new Stream() {
            @Override
            public void write(String text) {
                pieces.add(new Piece.Text(text));
            }

            @Override
            public void end() {
                pieces.add(new Piece.End());
            }
        };
    }

    /// Writes the answer as it comes, each piece at once.
    ///
    /// @param longest how long one that goes on is listened to
    void carry(Response response, SimulationThread simulation, Duration longest)
            throws IOException, InterruptedException {
        switch (pieces.take()) {
            case Piece.Whole(var status, var type, var body) ->
                whole(response, status, type, body.getBytes(StandardCharsets.UTF_8));
            case Piece.Begun(var type, var over) -> {
                try {
                    stream(response, type, System.nanoTime() + longest.toNanos());
                } finally {
                    simulation.run(_ -> over.run());
                }
            }
            case Piece.Text _, Piece.End _ -> throw new IllegalStateException("an answer that did not begin");
        }
    }

    /// Writes an answer that is all there.
    static void whole(Response response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, ByteBuffer.wrap(body));
    }

    private void stream(Response response, String type, long until) throws IOException, InterruptedException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        write(response, "");
        for (Piece piece = next(until); piece instanceof Piece.Text(var text); piece = next(until)) {
            write(response, text);
        }
    }

    private static void write(Response response, String text) throws IOException {
        Content.Sink.write(response, false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private @Nullable Piece next(long until) throws InterruptedException {
        return pieces.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}

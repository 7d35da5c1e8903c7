package drydock.sim.http;

/// Takes the answer to a request.
public interface ApiReply {

    /// The whole answer.
    void send(int status, String contentType, String body);

    /// Begins an answer that goes on; `over` is run when nobody listens any more.
    Stream begin(String contentType, Runnable over);

    /// An answer that goes on.
    interface Stream {

        void write(String text);

        void end();
    }
}

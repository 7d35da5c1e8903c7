package drydock.app.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small HTTP server on loopback that tests answer with what they like, web sockets among it. It stands for an API
/// server, or for a kubelet behind a real one.
public final class TestServer implements AutoCloseable {

    /// Answers a request.
    public interface Handler {
        void answer(Exchange exchange) throws IOException;
    }

    private final ServerSocket door;
    private final Handler handler;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /// Answers plain HTTP on a free port.
    public TestServer(Handler handler) throws IOException {
        this(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), handler);
    }

    /// @param door where requests come in, through TLS or not
    public TestServer(ServerSocket door, Handler handler) {
        this.door = door;
        this.handler = handler;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// What was asked so far, as `GET /version`.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                Exchange exchange = Exchange.read(in, socket.getOutputStream());
                asked.add(exchange.method() + " " + exchange.target());
                handler.answer(exchange);
                if (exchange.isLast()) {
                    return;
                }
            }
        } catch (IOException closed) {
            // the client has gone, or the test has ended
        } finally {
            sockets.remove(socket);
        }
    }

    /// Breaks all connections, as a server does that crashes; new ones are still taken.
    public void breakConnections() {
        sockets.forEach(socket -> {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException closed) {
                // it is closed, then
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakConnections();
    }

    /// One request and its answer.
    public static final class Exchange {

        private final String method;
        private final String target;
        private final Map<String, String> headers;
        private final String body;
        private final InputStream in;
        private final OutputStream out;
        private boolean last;

        private Exchange(
                String method,
                String target,
                Map<String, String> headers,
                String body,
                InputStream in,
                OutputStream out) {
            this.method = method;
            this.target = target;
            this.headers = headers;
            this.body = body;
            this.in = in;
            this.out = out;
        }

        private static Exchange read(InputStream in, OutputStream out) throws IOException {
            String[] request = line(in).split(" ", -1);
            if (request.length < 2) {
                throw new IOException("no request");
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon), header.substring(colon + 1).strip());
            }
            String body = new String(body(in, headers), StandardCharsets.UTF_8);
            return new Exchange(request[0], request[1], headers, body, in, out);
        }

        private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
            if (headers.getOrDefault("Transfer-Encoding", "").equals("chunked")) {
                var whole = new java.io.ByteArrayOutputStream();
                for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                    whole.write(in.readNBytes(size));
                    line(in);
                }
                line(in);
                return whole.toByteArray();
            }
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new IOException("closed");
                }
                if (read != '\r') {
                    line.append((char) read);
                }
            }
            return line.toString();
        }

        public String method() {
            return method;
        }

        /// Path and query.
        public String target() {
            return target;
        }

        public String path() {
            return target.replaceFirst("\\?.*", "");
        }

        public String body() {
            return body;
        }

        /// A header of the request; empty if it has none.
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /// The values of a parameter.
        public List<String> parameter(String name) {
            List<String> values = new ArrayList<>();
            for (String pair : target.replaceFirst("^[^?]*\\??", "").split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    values.add(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
                }
            }
            return values;
        }

        public boolean isWebSocket() {
            return "websocket".equalsIgnoreCase(headers.get("Upgrade"));
        }

        private boolean isLast() {
            return last;
        }

        public void json(int code, String json) throws IOException {
            answer(code, "application/json", json);
        }

        /// A whole answer.
        public void answer(int code, String type, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            head(code, type, "Content-Length: " + bytes.length);
            out.write(bytes);
            out.flush();
        }

        /// A refusal as an API server words it.
        public void refuse(int code, String message) throws IOException {
            json(
                    code,
                    "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"" + message
                            + "\",\"code\":" + code + "}");
        }

        /// Begins an answer that goes on until it is closed; a connection that breaks before is no end in good order.
        public Chunks chunks() throws IOException {
            last = true;
            head(200, "text/plain", "Transfer-Encoding: chunked");
            return new Chunks(out);
        }

        /// Goes over to a web socket.
        public Peer upgrade() throws IOException {
            last = true;
            String protocol = headers.getOrDefault("Sec-WebSocket-Protocol", "");
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(headers.get("Sec-WebSocket-Key")) + "\r\n"
                            + "Sec-WebSocket-Protocol: " + protocol + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new Peer(new DataInputStream(in), out);
        }

        private static String accept(String key) {
            try {
                return Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1")
                                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                        .getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException none) {
                throw new IllegalStateException(none);
            }
        }

        private void head(int code, String type, String more) throws IOException {
            out.write(("HTTP/1.1 " + code + " X\r\nContent-Type: " + type + "\r\n" + more + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The body of an answer that comes bit by bit.
    public static final class Chunks implements AutoCloseable {

        private final OutputStream out;

        private Chunks(OutputStream out) {
            this.out = out;
        }

        public void write(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        /// Ends it in good order.
        @Override
        public void close() throws IOException {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    /// A message on a channel of a web socket.
    public record Message(int channel, ByteBuffer bytes) {

        public String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
    }

    /// The server's end of a web socket with channels.
    public static final class Peer {

        private final DataInputStream in;
        private final OutputStream out;

        private Peer(DataInputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        /// The next message.
        ///
        /// @throws IOException when the other side has closed
        public Message read() throws IOException {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                int second = in.readUnsignedByte();
                long length = second & 0x7f;
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                byte[] mask = (second & 0x80) != 0 ? in.readNBytes(4) : new byte[4];
                byte[] bytes = in.readNBytes((int) length);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] ^= mask[i % 4];
                }
                if (opcode == 8) {
                    throw new IOException("closed");
                }
                if ((opcode == 1 || opcode == 2 || opcode == 0) && bytes.length > 0) {
                    byte[] payload = new byte[bytes.length - 1];
                    System.arraycopy(bytes, 1, payload, 0, payload.length);
                    return new Message(bytes[0], ByteBuffer.wrap(payload));
                }
            }
        }

        public void send(int channel, String text) throws IOException {
            send(channel, text.getBytes(StandardCharsets.UTF_8));
        }

        public void send(int channel, byte[] bytes) throws IOException {
            byte[] message = new byte[bytes.length + 1];
            message[0] = (byte) channel;
            System.arraycopy(bytes, 0, message, 1, bytes.length);
            frame(2, message);
        }

        public void close(int code) throws IOException {
            frame(8, new byte[] {(byte) (code >> 8), (byte) code});
        }

        private synchronized void frame(int opcode, byte[] bytes) throws IOException {
            out.write(0x80 | opcode);
            if (bytes.length < 126) {
                out.write(bytes.length);
            } else if (bytes.length < 0x10000) {
                out.write(126);
                out.write(bytes.length >> 8);
                out.write(bytes.length);
            } else {
                out.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    out.write((int) ((long) bytes.length >> shift));
                }
            }
            out.write(bytes);
            out.flush();
        }
    }
}

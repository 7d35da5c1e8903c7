package drydock.app.serve;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The server's end of a web socket (RFC 6455) whose messages begin with the number of a channel.
final class ChannelSocket {

    private static final List<String> PROTOCOLS =
            List.of("v5.channel.k8s.io", "v4.channel.k8s.io", "portforward.k8s.io");
    private static final int MOST_BYTES = 1 << 24;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final DataInputStream in;
    private final OutputStream out;

    private ChannelSocket(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// A message of the client.
    record Message(int channel, ByteBuffer bytes) {}

    /// The protocol that both sides know, the newest first; empty if there is none.
    static Optional<String> protocol(Request request) {
        List<String> asked = new ArrayList<>();
        for (String name : request.header("Sec-WebSocket-Protocol").split(",", -1)) {
            asked.add(name.strip());
        }
        return PROTOCOLS.stream().filter(asked::contains).findFirst();
    }

    /// Goes over from HTTP.
    static ChannelSocket upgrade(Request request, String protocol, DataInputStream in, OutputStream out)
            throws IOException {
        new Answer(out, true)
                .head(
                        101,
                        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept(request.header("Sec-WebSocket-Key")) + "\r\nSec-WebSocket-Protocol: "
                                + protocol + "\r\n");
        out.flush();
        return new ChannelSocket(in, out);
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    /// The next message; empty when the client has closed.
    Optional<Message> read() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] part = payload();
            int opcode = first & 0x0f;
            if (opcode == CLOSE) {
                return Optional.empty();
            }
            if (opcode == PING) {
                frame(PONG, part);
            } else if (opcode <= BINARY) {
                if (whole.size() + part.length > MOST_BYTES) {
                    throw new IOException("a message that is too long");
                }
                whole.writeBytes(part);
                if ((first & 0x80) != 0 && whole.size() > 0) {
                    byte[] bytes = whole.toByteArray();
                    return Optional.of(new Message(
                            Byte.toUnsignedInt(bytes[0]), ByteBuffer.wrap(Arrays.copyOfRange(bytes, 1, bytes.length))));
                }
            }
        }
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        long length = second & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a frame that is too long");
        }
        byte[] mask = (second & 0x80) != 0 ? in.readNBytes(4) : new byte[4];
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length || mask.length < 4) {
            throw new IOException("closed");
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return bytes;
    }

    void send(int channel, byte[] bytes) throws IOException {
        byte[] message = new byte[bytes.length + 1];
        message[0] = (byte) channel;
        System.arraycopy(bytes, 0, message, 1, bytes.length);
        frame(BINARY, message);
    }

    /// Says that all went well.
    void close() throws IOException {
        frame(CLOSE, new byte[] {(byte) (1000 >> 8), (byte) 1000});
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

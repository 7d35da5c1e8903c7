package drydock.sim.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The fields of a message in protobuf's wire format (<https://protobuf.dev/programming-guides/encoding/>).
final class WireFields {

    /// One field as it was sent.
    ///
    /// @param value a `Long`, or the `byte[]` of what has a length
    record Field(int number, Object value) {}

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int WITH_LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer bytes;

    private WireFields(byte[] message) {
        bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// All fields of `message` in their order.
    ///
    /// @throws drydock.model.cluster.ClusterException 400 if it is none
    static List<Field> of(byte[] message) {
        WireFields reader = new WireFields(message);
        List<Field> fields = new ArrayList<>();
        try {
            while (reader.bytes.hasRemaining()) {
                long key = reader.varint();
                fields.add(new Field((int) (key >>> 3), reader.value((int) (key & 7))));
            }
        } catch (java.nio.BufferUnderflowException cut) {
            throw Bodies.bad("proto: unexpected EOF");
        }
        return fields;
    }

    private Object value(int type) {
        return switch (type) {
            case VARINT -> varint();
            case EIGHT_BYTES -> bytes.getLong();
            case FOUR_BYTES -> Integer.toUnsignedLong(bytes.getInt());
            case WITH_LENGTH -> {
                long length = varint();
                if (length < 0 || length > bytes.remaining()) {
                    throw Bodies.bad("proto: unexpected EOF");
                }
                byte[] part = new byte[(int) length];
                bytes.get(part);
                yield part;
            }
            default -> throw Bodies.bad("proto: illegal wireType " + type);
        };
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw Bodies.bad("proto: integer overflow");
    }
}

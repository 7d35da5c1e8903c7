package drydock.sim.http;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The fields of a message in protobuf's wire format, whatever they are called.
final class WireFields {

    /// One field as it was sent.
    ///
    /// @param value a `Long`, or the `byte[]` of what has a length
    record Field(int number, Object value) {}

    private WireFields() {}

    /// All fields of `message` in their order.
    ///
    /// @throws drydock.model.cluster.ClusterException 400 if it is none
    static List<Field> of(byte[] message) {
        CodedInputStream input = CodedInputStream.newInstance(message);
        List<Field> fields = new ArrayList<>();
        try {
            for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
                fields.add(new Field(WireFormat.getTagFieldNumber(tag), value(input, WireFormat.getTagWireType(tag))));
            }
        } catch (InvalidProtocolBufferException broken) {
            throw Bodies.bad("proto: " + broken.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return fields;
    }

    private static Object value(CodedInputStream input, int type) throws IOException {
        return switch (type) {
            case WireFormat.WIRETYPE_VARINT -> input.readInt64();
            case WireFormat.WIRETYPE_FIXED64 -> input.readFixed64();
            case WireFormat.WIRETYPE_FIXED32 -> Integer.toUnsignedLong(input.readFixed32());
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> input.readByteArray();
            default -> throw Bodies.bad("proto: illegal wireType " + type);
        };
    }
}

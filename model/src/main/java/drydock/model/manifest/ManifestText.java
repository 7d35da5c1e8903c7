package drydock.model.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// The bytes of a file as text: UTF-8, perhaps behind a byte order mark. What is no UTF-8 becomes U+FFFD.
///
/// @param text the text without the mark
/// @param marked whether there is a byte order mark
/// @param malformed the offsets in `text` where the bytes are no UTF-8
record ManifestText(String text, boolean marked, BitSet malformed) {

    private static final char MARK = '\uFEFF';

    static ManifestText decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        BitSet malformed = new BitSet();
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            malformed.set(out.position());
            out.put('\uFFFD');
            in.position(in.position() + result.length());
        }
        boolean marked = out.position() > 0 && out.get(0) == MARK && !malformed.get(0);
        String text = out.flip().toString();
        return marked
                ? new ManifestText(
                        text.substring(1), true, malformed.isEmpty() ? malformed : malformed.get(1, malformed.length()))
                : new ManifestText(text, false, malformed);
    }

    static byte[] encode(String text, boolean marked) {
        return (marked ? MARK + text : text).getBytes(StandardCharsets.UTF_8);
    }
}

package drydock.sim.container;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// How much text takes, in bytes of UTF-8 and in the blocks that a file system gives out.
final class Blocks {

    /// The size of a block: of ext4, and of a page of memory.
    static final long BYTES = 4096;

    private Blocks() {}

    /// `bytes` rounded up to whole blocks.
    static long whole(long bytes) {
        return Math.ceilDiv(bytes, BYTES) * BYTES;
    }

    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// As much of the beginning of `text` as takes no more than `bytes`.
    static String start(String text, long bytes) {
        if (bytes(text) <= bytes) {
            return text;
        }
        CharBuffer from = CharBuffer.wrap(text);
        StandardCharsets.UTF_8.newEncoder().encode(from, ByteBuffer.allocate((int) bytes), true);
        return text.substring(0, from.position());
    }
}

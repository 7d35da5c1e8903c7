package drydock.model.storage;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// What a file was like when it was last read or written.
///
/// @param size in bytes
/// @param modifiedMillis since 1970
/// @param checksum of its bytes; this is about mishaps, not about forgery, and a digest takes longer than reading
public record FileStamp(long size, long modifiedMillis, long checksum) {

    static FileStamp of(byte[] bytes, BasicFileAttributes attributes) {
        return new FileStamp(bytes.length, attributes.lastModifiedTime().toMillis(), checksum(bytes));
    }

    boolean hasContent(byte[] bytes) {
        return size == bytes.length && checksum == checksum(bytes);
    }

    boolean hasContentOf(FileStamp other) {
        return size == other.size && checksum == other.checksum;
    }

    /// Whether a file with these attributes is most likely untouched since.
    boolean looksLike(BasicFileAttributes attributes) {
        return attributes.size() == size && attributes.lastModifiedTime().toMillis() == modifiedMillis;
    }

    private static long checksum(byte[] bytes) {
        CRC32 one = new CRC32();
        one.update(bytes);
        CRC32C other = new CRC32C();
        other.update(bytes);
        return one.getValue() << 32 | other.getValue();
    }
}

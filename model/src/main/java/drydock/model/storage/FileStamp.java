package drydock.model.storage;

import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file was like when it was last read or written.
///
/// @param size in bytes
/// @param modifiedMillis since 1970
/// @param sha256 of its bytes, in hexadecimal digits
public record FileStamp(long size, long modifiedMillis, String sha256) {

    static FileStamp of(byte[] bytes, BasicFileAttributes attributes) {
        return new FileStamp(bytes.length, attributes.lastModifiedTime().toMillis(), hash(bytes));
    }

    boolean hasContent(byte[] bytes) {
        return size == bytes.length && sha256.equals(hash(bytes));
    }

    boolean hasContentOf(FileStamp other) {
        return size == other.size && sha256.equals(other.sha256);
    }

    /// Whether a file with these attributes is most likely untouched since.
    boolean looksLike(BasicFileAttributes attributes) {
        return attributes.size() == size && attributes.lastModifiedTime().toMillis() == modifiedMillis;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

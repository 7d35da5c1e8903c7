package drydock.model.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Why something on the disk was left out, or could not be read or written.
///
/// @param path what it is about: a path in the project, or the one that the user gave
/// @param detail a bound that was passed, another file, or what the system said; else empty
public record FolderProblem(Kind kind, String path, String detail) {

    public enum Kind {
        /// It is not there.
        GONE,
        /// The system forbids to read or to write it.
        FORBIDDEN,
        /// It is neither a file nor a folder.
        NO_FILE,
        /// The system failed to read it; `detail` is what it said.
        NOT_READ,
        /// The system failed to write it; `detail` is what it said.
        NOT_WRITTEN,
        /// A link, or a name, that leads out of the folder.
        LEAVES_FOLDER,
        /// A name that a project cannot hold, or that the system's character set cannot.
        BAD_NAME,
        /// Its name differs from that of the file `detail` in case only.
        OTHER_CASE,
        /// A file with more bytes than `detail`.
        TOO_LARGE,
        /// Folders within folders, more than `detail` deep.
        TOO_DEEP,
        /// More files than `detail`, or more bytes in all; those that follow are left out.
        TOO_MANY,
        /// The files that were given have no folder in common.
        NO_COMMON_FOLDER
    }

    /// The base name of the bundle with the messages; a kind's is `folder.KIND`, filled with the path and the detail.
    public static final String BUNDLE = "drydock.model.storage.messages";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    FolderProblem(Kind kind, String path) {
        this(kind, path, "");
    }

    static FolderProblem reading(String path, IOException e) {
        return of(Kind.NOT_READ, path, e);
    }

    static FolderProblem writing(String path, IOException e) {
        return of(Kind.NOT_WRITTEN, path, e);
    }

    private static FolderProblem of(Kind otherwise, String path, IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> new FolderProblem(Kind.FORBIDDEN, path);
            case NoSuchFileException _ -> new FolderProblem(Kind.GONE, path);
            case FileContent.LeavesFolderException _ -> new FolderProblem(Kind.LEAVES_FOLDER, path);
            case FileContent.TooLargeException large ->
                new FolderProblem(Kind.TOO_LARGE, path, Long.toString(large.limit()));
            case FileSystemException f -> new FolderProblem(otherwise, path, said(f.getReason(), f));
            case IOException other -> new FolderProblem(otherwise, path, said(other.getMessage(), other));
        };
    }

    private static String said(@Nullable String message, IOException e) {
        return Optional.ofNullable(message).orElse(e.getClass().getSimpleName());
    }

    /// What the user is told, in one sentence.
    public String message(Locale locale) {
        return filled("folder." + kind, locale);
    }

    /// What the user can do about it, in one sentence.
    public String advice(Locale locale) {
        return filled("folder." + kind + ".advice", locale);
    }

    private String filled(String key, Locale locale) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, locale).format(new Object[] {path, detail});
    }
}

package drydock.model.recovery;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.ProjectPath;
import drydock.model.recovery.UnsavedWork.Changed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// How unsaved work is written: a ZIP archive, whose checksums tell a damaged one, of the files by their numbers and of
/// `about`, which says what they are.
final class RecoveryFormat {

    private static final String ABOUT = "about";
    private static final String DIAGRAM = "diagram";

    private RecoveryFormat() {}

    static byte[] write(UnsavedWork work) {
        Properties about = new Properties();
        work.project().ifPresent(path -> about.setProperty("project", path.toString()));
        about.setProperty("time", work.time().toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            int number = 0;
            for (Map.Entry<String, Changed> entry : work.files().entrySet()) {
                String name = "file." + number++;
                about.setProperty(name, entry.getKey());
                about.setProperty("saved." + name, entry.getValue().savedHash());
                if (entry.getValue().now().isPresent()) {
                    put(zip, name, entry.getValue().now().get().bytes());
                }
            }
            Optional<byte[]> diagram = work.diagram().flatMap(DiagramFile::bytes);
            if (diagram.isPresent()) {
                put(zip, DIAGRAM, diagram.get());
            }
            StringWriter text = new StringWriter();
            about.store(text, null);
            put(zip, ABOUT, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if this is damaged, or nothing that [#write] wrote
    static UnsavedWork read(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException(badName);
        }
        byte[] text = entries.get(ABOUT);
        if (text == null) {
            throw new IOException("nothing says what is in it");
        }
        Properties about = new Properties();
        try {
            about.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
            return new UnsavedWork(
                    Optional.ofNullable(about.getProperty("project")).map(Path::of),
                    Instant.parse(about.getProperty("time", "")),
                    files(about, entries),
                    Optional.ofNullable(entries.get(DIAGRAM)).map(DiagramFile::read));
        } catch (java.time.format.DateTimeParseException | InvalidPathException damaged) {
            throw new IOException(damaged);
        } catch (IllegalArgumentException damaged) {
            throw new IOException("it is damaged", damaged);
        }
    }

    private static SortedMap<String, Changed> files(Properties about, Map<String, byte[]> entries) throws IOException {
        SortedMap<String, Changed> files = new TreeMap<>();
        for (String name : about.stringPropertyNames()) {
            if (name.startsWith("file.")) {
                String path = about.getProperty(name);
                if (!ProjectPath.isInside(path)) {
                    throw new IOException("a path that leads out of the project: " + path);
                }
                Optional<ManifestFile> now =
                        Optional.ofNullable(entries.get(name)).map(content -> ManifestFile.read(path, content));
                files.put(path, new Changed(now, about.getProperty("saved." + name, "")));
            }
        }
        return files;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}

package drydock.model.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The folder of the user in which unsaved work is kept. Only the user may look into it.
public final class RecoveryFolder {

    static final String WORK = ".recovery";
    private static final int DIGITS = 32;

    private final Path folder;

    private RecoveryFolder(Path folder) {
        this.folder = folder;
    }

    /// The folder at this path, which is made when it is needed.
    public static RecoveryFolder in(Path folder) {
        return new RecoveryFolder(folder);
    }

    /// The folder of the user: below `XDG_STATE_HOME`, else `~/.local/state`; on Windows below
    /// `LOCALAPPDATA`, on macOS in `~/Library/Application Support`.
    public static RecoveryFolder ofUser() {
        Path home = Path.of(System.getProperty("user.home"));
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        Path state = Stream.of("XDG_STATE_HOME", "LOCALAPPDATA")
                .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                .filter(path -> !path.isBlank())
                .findFirst()
                .map(Path::of)
                .orElse(mac ? home.resolve("Library/Application Support") : home.resolve(".local/state"));
        return in(state.resolve("drydock").resolve("recovery"));
    }

    public Path path() {
        return folder;
    }

    /// Takes a place for the work of a window.
    ///
    /// @param project the folder of the window's project; empty if it has none
    /// @throws IOException if the folder cannot be made or written
    public RecoverySlot claim(Optional<Path> project) throws IOException {
        make();
        String name = project.map(RecoveryFolder::name).orElseGet(() -> "untitled-" + UUID.randomUUID());
        Optional<RecoverySlot> own = RecoverySlot.take(folder, name, true);
        if (own.isPresent()) {
            return own.get();
        }
        return RecoverySlot.take(folder, name + "-" + UUID.randomUUID(), false)
                .orElseThrow(() -> new IOException("nothing can be locked in " + folder));
    }

    /// The work that windows left behind which are no more, the latest first. What cannot be read is set aside, under a
    /// name that ends in `.broken`.
    ///
    /// @param broken takes the new name of what was set aside
    public List<LeftWork> left(java.util.function.Consumer<Path> broken) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<LeftWork> left = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (RecoverySlot.isHeld(folder, name.substring(0, name.length() - WORK.length()))) {
                continue;
            }
            try {
                left.add(new LeftWork(file, RecoveryFormat.read(Files.readAllBytes(file))));
            } catch (IOException damaged) {
                Path aside = file.resolveSibling(name + ".broken");
                Files.move(file, aside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                broken.accept(aside);
            }
        }
        left.sort(Comparator.comparing((LeftWork work) -> work.work().time()).reversed());
        return List.copyOf(left);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(WORK))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private void make() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// One name for one folder, however it is reached.
    private static String name(Path project) {
        Path real = project.toAbsolutePath().normalize();
        try {
            real = project.toRealPath();
        } catch (IOException notThereYet) {
            // then the path as it is given has to do
        }
        return UnsavedWork.hash(real.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }
}

package drydock.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// A display of its own, without a screen, on a number that was free.
@SuppressWarnings("restricted") // what Xlib gives is memory of its own
final class Display implements AutoCloseable {

    static final int WIDTH = 1600;
    static final int HEIGHT = 1200;

    /// From Xlib.h (64 bits): where XImage says where its pixels are, and in which form they are wanted.
    private static final long IMAGE_DATA = 16;

    private static final long ALL_PLANES = -1L;
    private static final int Z_PIXMAP = 2;

    private final Process server;
    private final String name;
    private final Xlib x = new Xlib();
    private final MemorySegment connection;

    private Display(Process server, String name) {
        this.server = server;
        this.name = name;
        try (Arena arena = Arena.ofConfined()) {
            connection = x.pointer("XOpenDisplay", arena.allocateFrom(name));
        }
        if (connection.equals(MemorySegment.NULL)) {
            throw new AssertionError("no connection to the display " + name);
        }
    }

    /// What is not on this machine and needed for a display with the program on it; empty if all is there.
    static Optional<String> missing() {
        boolean server = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
        return server
                ? Stream.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0")
                        .filter(library -> !isThere(library))
                        .findFirst()
                : Optional.of("Xvfb");
    }

    private static boolean isThere(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }

    static Display start() throws IOException {
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-nolisten",
                        "tcp",
                        "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // not closed: a server whose output ends may end, too
        BufferedReader said = server.inputReader(StandardCharsets.US_ASCII);
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb ended at once");
        }
        return new Display(server, ":" + number);
    }

    /// As `DISPLAY` has it.
    String name() {
        return name;
    }

    XInput input() {
        return new XInput(x, connection);
    }

    XWindows windows() {
        return new XWindows(x, connection);
    }

    /// Writes what is on the display as a PNG.
    void write(Path file) throws IOException {
        MemorySegment image = x.pointer(
                        "XGetImage",
                        connection,
                        x.id("XDefaultRootWindow", connection),
                        0,
                        0,
                        WIDTH,
                        HEIGHT,
                        ALL_PLANES,
                        Z_PIXMAP)
                .reinterpret(IMAGE_DATA + ADDRESS.byteSize());
        MemorySegment pixels = image.get(ADDRESS, IMAGE_DATA).reinterpret(JAVA_INT.byteSize() * WIDTH * HEIGHT);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, WIDTH, HEIGHT, pixels.toArray(JAVA_INT), 0, WIDTH);
        x.number("XDestroyImage", image);
        ImageIO.write(picture, "png", file.toFile());
    }

    @Override
    public void close() {
        x.number("XCloseDisplay", connection);
        server.destroy();
    }
}

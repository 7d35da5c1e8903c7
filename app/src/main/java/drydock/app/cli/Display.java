package drydock.app.cli;

import drydock.app.text.Messages;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What this machine can show: a window, only pictures, or nothing until something is installed.
public final class Display {

    private static final List<Map.Entry<String, String>> TO_DRAW = List.of(
            Map.entry("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"), Map.entry("libfontconfig.so.1", "libfontconfig1"));
    private static final List<Map.Entry<String, String>> FOR_A_WINDOW =
            List.of(Map.entry("libgtk-3.so.0", "libgtk-3-0"), Map.entry("libXtst.so.6", "libxtst6"));

    private Display() {}

    /// Whether a window can be opened here; otherwise pictures are drawn without one.
    public static boolean isThere() {
        if (isHeadlessPlatform()) {
            return false;
        }
        String display = System.getenv("DISPLAY");
        return !onLinux() || (display != null && !display.isBlank());
    }

    /// What is missing to draw, or to open a window, as the one line that mends it; empty if nothing is.
    ///
    /// @param window whether a window is wanted, not only a picture
    public static Optional<String> missing(boolean window) {
        if (!onLinux()) {
            return Optional.empty();
        }
        List<String> packages = java.util.stream.Stream.concat(
                        TO_DRAW.stream(), window ? FOR_A_WINDOW.stream() : java.util.stream.Stream.empty())
                .filter(library -> !loads(library.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return packages.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.of(Display.class).get("display.missing", String.join(" ", packages)));
    }

    /// Makes JavaFX draw without a display and without a graphics card. Must come before its start.
    public static void drawWithoutOne() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    private static boolean isHeadlessPlatform() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean onLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    @SuppressWarnings("restricted") // only whether it is there is asked; nothing of it is called
    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena) != null;
        } catch (IllegalArgumentException notThere) {
            return false;
        }
    }
}

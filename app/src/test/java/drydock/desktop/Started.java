package drydock.desktop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A Java program as a process of its own on a display, with a home of its own, so that it touches nothing of the
/// user's. What it says of errors is in the file `errors` of its home.
record Started(Process process, Path home) implements AutoCloseable {

    static Started start(Display display, Path home, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors(Files.createDirectories(home)));
        builder.environment().keySet().removeAll(List.of("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"));
        builder.environment()
                .putAll(Map.of(
                        "DISPLAY", display.name(),
                        "HOME", home.toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_STATE_HOME", home.resolve("state").toString(),
                        "XDG_DATA_HOME", home.resolve("data").toString(),
                        "XDG_CACHE_HOME", home.resolve("cache").toString(),
                        "XDG_RUNTIME_DIR",
                                Files.createDirectories(home.resolve("run")).toString(),
                        "GDK_BACKEND", "x11",
                        "GSETTINGS_BACKEND", "memory",
                        "NO_AT_BRIDGE", "1"));
        return new Started(builder.start(), home);
    }

    private static File errors(Path home) {
        return home.resolve("errors").toFile();
    }

    String errors() throws IOException {
        return Files.readString(home.resolve("errors"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

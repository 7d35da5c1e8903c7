package drydock.app.settings;

import drydock.model.placing.Placing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What the program remembers of its user from one start to the next.
///
/// Each change is written at once. A file that cannot be read or written costs only what it remembered, so neither is
/// an error: the settings are then those of a first start.
public final class Settings {

    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String WINDOW = "window";
    private static final String MAXIMIZED = "maximized";
    private static final String RECENT = "recent.";
    private static final String PLACING = "placing";
    private static final String MINIMAP = "minimap";
    private static final String COMMANDS = "commands";
    private static final String PLUGIN = "plugin.";
    private static final int MOST_RECENT = 10;

    private final Path file;
    private final Properties values = new Properties();

    private Settings(Path file) {
        this.file = file;
    }

    /// The settings in `file`, which need not be there yet.
    public static Settings in(Path file) {
        Settings settings = new Settings(file);
        if (Files.isRegularFile(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                settings.values.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                settings.values.clear();
            }
        }
        return settings;
    }

    /// The settings of the user: below `XDG_CONFIG_HOME`, else `~/.config`; on Windows below `APPDATA`.
    public static Settings ofUser() {
        String home = System.getProperty("user.home");
        String configured = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .or(() -> Optional.ofNullable(System.getenv("APPDATA")))
                .filter(folder -> !folder.isBlank())
                .orElse(Path.of(home, ".config").toString());
        return in(Path.of(configured, "drydock", "settings.properties"));
    }

    /// Whether dark colours are wanted; empty where the user has not chosen.
    public Optional<Boolean> dark() {
        return Optional.ofNullable(values.getProperty(THEME)).map("dark"::equals);
    }

    public void setDark(boolean dark) {
        set(THEME, dark ? "dark" : "light");
    }

    /// The language that the user chose; empty for the system's.
    public Optional<Locale> language() {
        return Optional.ofNullable(values.getProperty(LANGUAGE)).map(Locale::forLanguageTag);
    }

    public void setLanguage(Locale language) {
        set(LANGUAGE, language.toLanguageTag());
    }

    /// Where the window was: left, top, width and height in pixels.
    public Optional<List<Integer>> window() {
        try {
            return Optional.ofNullable(values.getProperty(WINDOW))
                    .map(text -> List.of(text.split(",", -1)).stream()
                            .map(Integer::valueOf)
                            .toList())
                    .filter(bounds -> bounds.size() == 4 && bounds.get(2) > 0 && bounds.get(3) > 0);
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    public void setWindow(int left, int top, int width, int height) {
        set(WINDOW, left + "," + top + "," + width + "," + height);
    }

    /// Whether the window filled the screen.
    public boolean maximized() {
        return "yes".equals(values.getProperty(MAXIMIZED));
    }

    public void setMaximized(boolean maximized) {
        set(MAXIMIZED, maximized ? "yes" : "no");
    }

    /// The projects that were opened last, the latest first.
    public List<Path> recentProjects() {
        List<Path> recent = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            String path = values.getProperty(RECENT + i);
            if (path != null) {
                recent.add(Path.of(path));
            }
        }
        return List.copyOf(recent);
    }

    public void addRecentProject(Path project) {
        Path absolute = project.toAbsolutePath().normalize();
        List<Path> recent = new ArrayList<>(recentProjects());
        recent.remove(absolute);
        recent.addFirst(absolute);
        for (int i = 0; i < Math.min(recent.size(), MOST_RECENT); i++) {
            values.setProperty(RECENT + i, recent.get(i).toString());
        }
        write();
    }

    /// Where new objects go.
    public Placing placing() {
        String chosen = values.getProperty(PLACING, "");
        return Stream.of(Placing.values())
                .filter(placing -> placing.name().equals(chosen))
                .findFirst()
                .orElse(Placing.FILE_EACH);
    }

    public void setPlacing(Placing placing) {
        set(PLACING, placing.name());
    }

    /// Forgets which projects were opened.
    public void clearRecentProjects() {
        for (int i = 0; i < MOST_RECENT; i++) {
            values.remove(RECENT + i);
        }
        write();
    }

    /// Whether the small picture of the whole is wanted.
    public boolean minimap() {
        return !"off".equals(values.getProperty(MINIMAP));
    }

    public void setMinimap(boolean on) {
        set(MINIMAP, on ? "on" : "off");
    }

    /// The ids of the commands that were used last, the latest first.
    public List<String> recentCommands() {
        return values.getProperty(COMMANDS, "")
                .lines()
                .filter(id -> !id.isBlank())
                .toList();
    }

    public void addRecentCommand(String id) {
        List<String> recent = new ArrayList<>(recentCommands());
        recent.remove(id);
        recent.addFirst(id);
        set(COMMANDS, String.join("\n", recent.subList(0, Math.min(recent.size(), MOST_RECENT))));
    }

    /// Whether the user agreed that this credential plugin, with these arguments, is started.
    public boolean agreedToPlugin(String command, List<String> arguments) {
        return "agreed".equals(values.getProperty(plugin(command, arguments)));
    }

    public void agreeToPlugin(String command, List<String> arguments) {
        set(plugin(command, arguments), "agreed");
    }

    private static String plugin(String command, List<String> arguments) {
        return PLUGIN + command + " " + String.join(" ", arguments);
    }

    private void set(String key, String value) {
        values.setProperty(key, value);
        write();
    }

    private void write() {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var writer = Files.newBufferedWriter(next)) {
                values.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notRemembered) {
            // see the class comment: what cannot be kept is not worth a message
        }
    }
}

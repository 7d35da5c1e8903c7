package drydock.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the program remembers of its user from one start to the next.
///
/// Each change is written at once. A file that cannot be read or written costs only what it remembered, so neither is
/// an error: the settings are then those of a first start.
public final class Settings {

    private static final String WINDOW = "window";
    private static final String MAXIMIZED = "maximized";
    private static final String ADVICE = "advice";
    private static final String PLANE = "plane";
    private static final String RECENT = "recent.";
    private static final String COMMANDS = "commands";
    private static final String COLOUR = "cluster.colour.";
    private static final String PLUGIN = "plugin.";
    private static final String CLOSED = "panels.closed";
    private static final String SIZES = "panels.sizes";
    private static final String TABS = "panels.tabs";
    private static final int MOST_RECENT = 10;

    private final SettingsFile file;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private Preferences kept;

    private Settings(SettingsFile file) {
        this.file = file;
        kept = PreferencesText.read(file::get);
        preferences = new ReadOnlyObjectWrapper<>(this, "preferences", kept);
    }

    /// The settings in `file`, which need not be there yet.
    public static Settings in(Path file) {
        return new Settings(new SettingsFile(file));
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

    /// The file that they are in.
    public Path path() {
        return file.path();
    }

    /// What holds now.
    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    public Preferences preferences() {
        return preferences.get();
    }

    /// Lets these hold, to be looked at: they are not kept, and [#restore] takes them back.
    public void tryOut(Preferences wanted) {
        preferences.set(wanted);
    }

    /// Lets those hold again that were kept last.
    public void restore() {
        preferences.set(kept);
    }

    /// Lets these hold, at the next start, too.
    ///
    /// @return whether they could be written; if not, they hold until the program ends
    public boolean keep(Preferences wanted) {
        Map<String, Optional<String>> changes = PreferencesText.changes(kept, wanted);
        kept = wanted;
        preferences.set(wanted);
        return changes.isEmpty() || file.put(changes);
    }

    /// Where the window was: left, top, width and height in pixels.
    public Optional<List<Integer>> window() {
        return file.get(WINDOW)
                .filter(text -> text.matches("(-?\\d{1,6}),(-?\\d{1,6}),(\\d{1,6}),(\\d{1,6})"))
                .map(text -> List.of(text.split(",", -1)).stream()
                        .map(Integer::valueOf)
                        .toList())
                .filter(bounds -> bounds.get(2) > 0 && bounds.get(3) > 0);
    }

    /// Keeps where the window is, in pixels of the screen.
    public void setWindow(int left, int top, int width, int height) {
        set(WINDOW, left + "," + top + "," + width + "," + height);
    }

    /// Whether the window filled the screen.
    public boolean maximized() {
        return file.get(MAXIMIZED).filter("yes"::equals).isPresent();
    }

    public void setMaximized(boolean maximized) {
        set(MAXIMIZED, maximized ? "yes" : "no");
    }

    /// Whether advice is wanted beside errors and warnings.
    public boolean advice() {
        return file.get(ADVICE).filter("no"::equals).isEmpty();
    }

    /// Whether the control plane is wanted above the canvas of a simulation.
    public boolean plane() {
        return file.get(PLANE).filter("yes"::equals).isPresent();
    }

    public void setPlane(boolean wanted) {
        set(PLANE, wanted ? "yes" : "no");
    }

    public void setAdvice(boolean wanted) {
        set(ADVICE, wanted ? "yes" : "no");
    }

    /// How the panels stood.
    public PanelSettings panels() {
        return PanelSettings.read(file.get(CLOSED), file.get(SIZES), file.get(TABS));
    }

    public void setPanels(PanelSettings panels) {
        Map<String, Optional<String>> changes = new TreeMap<>();
        changes.put(CLOSED, Optional.of(panels.closed().stream().sorted().collect(Collectors.joining(" "))));
        changes.put(
                SIZES,
                Optional.of(panels.sizes().entrySet().stream()
                        .map(size -> String.format(Locale.ROOT, "%s:%.2f", size.getKey(), size.getValue()))
                        .sorted()
                        .collect(Collectors.joining(" "))));
        changes.put(
                TABS,
                Optional.of(panels.tabs().entrySet().stream()
                        .map(tab -> tab.getKey() + ":" + tab.getValue())
                        .sorted()
                        .collect(Collectors.joining(" "))));
        changes.entrySet().removeIf(change -> file.get(change.getKey()).equals(change.getValue()));
        if (!changes.isEmpty()) {
            file.put(changes);
        }
    }

    /// The projects that were opened last, the latest first.
    public List<Path> recentProjects() {
        List<Path> recent = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            file.get(RECENT + i).flatMap(Settings::path).ifPresent(recent::add);
        }
        return List.copyOf(recent);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException damaged) {
            return Optional.empty();
        }
    }

    public void addRecentProject(Path project) {
        Path absolute = project.toAbsolutePath().normalize();
        List<Path> recent = new ArrayList<>(recentProjects());
        recent.remove(absolute);
        recent.addFirst(absolute);
        setRecentProjects(recent);
    }

    /// Forgets which projects were opened.
    public void clearRecentProjects() {
        setRecentProjects(List.of());
    }

    private void setRecentProjects(List<Path> recent) {
        Map<String, Optional<String>> changes = new TreeMap<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            changes.put(
                    RECENT + i, i < recent.size() ? Optional.of(recent.get(i).toString()) : Optional.empty());
        }
        file.put(changes);
    }

    /// The ids of the commands that were used last, the latest first.
    public List<String> recentCommands() {
        return file.get(COMMANDS).orElse("").lines().filter(id -> !id.isBlank()).toList();
    }

    public void addRecentCommand(String id) {
        List<String> recent = new ArrayList<>(recentCommands());
        recent.remove(id);
        recent.addFirst(id);
        set(COMMANDS, String.join("\n", recent.subList(0, Math.min(recent.size(), MOST_RECENT))));
    }

    /// Whether the user agreed that this credential plugin, with these arguments, is started.
    public boolean agreedToPlugin(String command, List<String> arguments) {
        return file.get(plugin(command, arguments)).filter("agreed"::equals).isPresent();
    }

    public void agreeToPlugin(String command, List<String> arguments) {
        set(plugin(command, arguments), "agreed");
    }

    /// The colour of a cluster.
    ///
    /// @param server its address: a context may be called otherwise elsewhere
    public ClusterColour clusterColour(String server) {
        return file.get(COLOUR + server).flatMap(ClusterColour::read).orElse(ClusterColour.NONE);
    }

    public void setClusterColour(String server, ClusterColour colour) {
        set(COLOUR + server, colour.name());
    }

    private static String plugin(String command, List<String> arguments) {
        return PLUGIN + command + " " + String.join(" ", arguments);
    }

    private void set(String name, String value) {
        file.put(Map.of(name, Optional.of(value)));
    }
}

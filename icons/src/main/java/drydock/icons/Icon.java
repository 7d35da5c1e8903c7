package drydock.icons;

import java.util.List;

/// One icon: SVG path data on a grid of [#GRID] by [#GRID] units, in one colour.
///
/// @param name a kind, `ReplicationController`, or in small letters what is no kind, `init-container`
/// @param line what is drawn as a line [#LINE_WIDTH] wide with round ends and joins; empty where nothing is
/// @param area what is filled, odd-even; empty where nothing is
public record Icon(String name, String line, String area) {

    public static final double GRID = 24;

    /// In units of the grid.
    public static final double LINE_WIDTH = 1.75;

    public Icon {
        if (line.isEmpty() && area.isEmpty()) {
            throw new IllegalArgumentException("nothing is drawn for " + name);
        }
    }

    /// The icon that is called `name`, or the one for kinds that are not known.
    public static Icon of(String name) {
        return IconFile.ICONS.getOrDefault(name, IconFile.UNKNOWN);
    }

    /// Whether there is an icon called `name`.
    public static boolean exists(String name) {
        return IconFile.ICONS.containsKey(name);
    }

    /// Every icon, in the order of the file.
    public static List<Icon> all() {
        return List.copyOf(IconFile.ICONS.values());
    }
}

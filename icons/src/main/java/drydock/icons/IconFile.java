package drydock.icons;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The file `icons.txt` beside this class, read once.
final class IconFile {

    static final Map<String, Icon> ICONS = read();
    static final Icon UNKNOWN = Objects.requireNonNull(ICONS.get("unknown"));

    private IconFile() {}

    private static Map<String, Icon> read() {
        Map<String, Icon> icons = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(IconFile.class.getResourceAsStream("icons.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(l -> add(icons, l));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Collections.unmodifiableMap(icons);
    }

    private static void add(Map<String, Icon> icons, String text) {
        String[] parts = text.split(" ", 3);
        Icon icon = icons.get(parts[0]);
        String line = icon == null ? "" : icon.line();
        String area = icon == null ? "" : icon.area();
        switch (parts[1]) {
            case "line" -> icons.put(parts[0], new Icon(parts[0], joined(line, parts[2]), area));
            case "area" -> icons.put(parts[0], new Icon(parts[0], line, joined(area, parts[2])));
            default -> throw new IllegalStateException("neither line nor area: " + text);
        }
    }

    private static String joined(String before, String path) {
        return before.isEmpty() ? path : before + " " + path;
    }
}

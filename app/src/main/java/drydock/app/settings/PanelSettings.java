package drydock.app.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How the window's panels stood. Widths and heights are in the size of the window's text, so that they go along with
/// it.
///
/// @param closed the names of the panels that are not open
/// @param sizes how wide or high panels are, by name, at least 1 and at most 1000
/// @param tabs which tab of a panel is in front, by name
public record PanelSettings(Set<String> closed, Map<String, Double> sizes, Map<String, Integer> tabs) {

    private static final double LEAST = 1;
    private static final double MOST = 1000;

    public PanelSettings {
        closed = Set.copyOf(closed);
        sizes = Map.copyOf(sizes);
        tabs = Map.copyOf(tabs);
    }

    /// Reads `a b` and `a:1.5 b:2`; what cannot be read counts as not there.
    static PanelSettings read(Optional<String> closed, Optional<String> sizes, Optional<String> tabs) {
        Map<String, Double> readSizes = new HashMap<>();
        pairs(sizes).forEach((name, text) -> {
            if (text.matches("\\d{1,4}(\\.\\d{1,6})?")) {
                double size = Double.parseDouble(text);
                if (size >= LEAST && size <= MOST) {
                    readSizes.put(name, size);
                }
            }
        });
        Map<String, Integer> readTabs = new HashMap<>();
        pairs(tabs).forEach((name, text) -> {
            if (text.matches("\\d")) {
                readTabs.put(name, Integer.valueOf(text));
            }
        });
        return new PanelSettings(closed.map(PanelSettings::words).orElse(Set.of()), readSizes, readTabs);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(pairs(Optional.of(text)).keySet());
    }

    private static Map<String, String> pairs(Optional<String> text) {
        Map<String, String> pairs = new HashMap<>();
        text.stream()
                .flatMap(t -> Stream.of(t.strip().split("\\s+", -1)))
                .filter(w -> !w.isEmpty())
                .forEach(word -> {
                    int colon = word.indexOf(':');
                    pairs.put(colon < 0 ? word : word.substring(0, colon), colon < 0 ? "" : word.substring(colon + 1));
                });
        return pairs;
    }
}

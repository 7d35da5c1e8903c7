package drydock.model.validation.standard;

import drydock.model.validation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rules there are, by their names, with how grave it is to break them and what they hold designs to.
public final class RuleCatalogue {

    private static final String RESOURCE = "rules.properties";
    private static final int NEAR = 3;

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final SortedMap<String, Listed> ALL = read();

    /// A rule.
    ///
    /// @param severity how grave it is to break it, as a rule; some rules take it easier here and there
    /// @param source where Kubernetes refuses what breaks it, or does what makes it matter: a file, its functions;
    /// `Drydock` where it is no matter of Kubernetes
    public record Listed(String name, Severity severity, String source) {

        /// What the rule holds designs to, in one sentence.
        public String description(Locale locale) {
            return ResourceBundle.getBundle(RuleCatalogue.class.getPackageName() + ".messages", locale, NO_FALLBACK)
                    .getString("rule." + name);
        }
    }

    private RuleCatalogue() {}

    /// All rules in the order of their names.
    public static List<Listed> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Listed> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// The rules that may be meant by a name that no rule has, the likeliest first.
    public static List<String> near(String name) {
        String meant = name.toLowerCase(Locale.ROOT);
        return ALL.keySet().stream()
                .filter(known -> distance(meant, known) <= Math.max(2, known.length() / 3)
                        || (meant.length() > 3 && known.contains(meant)))
                .sorted(Comparator.comparingInt((String known) -> distance(meant, known)))
                .limit(NEAR)
                .toList();
    }

    /// How many letters must be put in, taken out or changed.
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[b.length()];
    }

    private static SortedMap<String, Listed> read() {
        Properties rules = new Properties();
        try (InputStream in = RuleCatalogue.class.getResourceAsStream(RESOURCE)) {
            rules.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        SortedMap<String, Listed> all = new TreeMap<>();
        rules.stringPropertyNames().forEach(name -> {
            String[] parts = rules.getProperty(name).strip().split(" ", 2);
            all.put(name, new Listed(name, Severity.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]));
        });
        return Collections.unmodifiableSortedMap(all);
    }
}

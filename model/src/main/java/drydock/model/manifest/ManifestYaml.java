package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Style;
import java.util.Map;

/// A whole object as YAML, as most manifests are written: two columns inwards, lists in the column of their key, quotes
/// only where they are needed.
public final class ManifestYaml {

    private static final YamlStyle USUAL = new YamlStyle(2, 0, Style.DOUBLE_QUOTED, false, "\n");

    private ManifestYaml() {}

    /// The text, with a line end; `{}` for an object with nothing in it.
    ///
    /// @param object strings, numbers, booleans, nulls, and maps and lists of those
    public static String of(Map<String, Object> object) {
        return object.isEmpty() ? "{}\n" : new YamlWriter(USUAL, Style.PLAIN).block(object, 0) + "\n";
    }
}

package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Style;
import org.jspecify.annotations.Nullable;

/// Apostrophes behind a backslash in double quotes. goyaml.v2 takes them for apostrophes (scannerc.go,
/// `yaml_parser_scan_flow_scalar`); YAML and SnakeYAML have no such escape.
final class EscapedApostrophes {

    /// Stands for such an apostrophe while the text is read; as long as what it stands for, so that all places stay.
    private static final String HIDDEN = "\uE0D1\uE0D2";

    private EscapedApostrophes() {}

    /// Whether nothing of `text` could be taken for a hidden apostrophe.
    static boolean canHideIn(String text) {
        return !text.contains(HIDDEN);
    }

    /// Hides the escaped apostrophe at `at`, and those behind it in the same string; says whether there is one.
    static boolean hide(StringBuilder text, int at) {
        if (at < 1 || at >= text.length() || text.charAt(at) != '\'' || text.charAt(at - 1) != '\\') {
            return false;
        }
        for (int i = at - 1; i + 1 < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\') {
                if (text.charAt(i + 1) == '\'') {
                    text.replace(i, i + 2, HIDDEN);
                }
                i++;
            }
        }
        return true;
    }

    /// A value with its apostrophes, as read from `text` with some of them hidden.
    static @Nullable Object shown(Style style, @Nullable Object value, String text) {
        return style == Style.DOUBLE_QUOTED && value instanceof String read && read.contains(HIDDEN) && canHideIn(text)
                ? read.replace(HIDDEN, "'")
                : value;
    }
}

package drydock.model.manifest;

/// Tabs that stand between two things on a line. goyaml.v2 takes them for blanks (scannerc.go,
/// `yaml_parser_scan_to_next_token`); SnakeYAML does so only within brackets.
final class SeparatingTabs {

    private SeparatingTabs() {}

    /// Makes blanks of the tabs at `at`; says whether there were any that may stand there.
    static boolean blank(StringBuilder text, int at) {
        if (at < 0 || at >= text.length() || text.charAt(at) != '\t' || indents(text, at)) {
            return false;
        }
        for (int i = at; i < text.length() && text.charAt(i) == '\t'; i++) {
            text.setCharAt(i, ' ');
        }
        return true;
    }

    /// Whether what follows may open a block, so that its column counts.
    private static boolean indents(CharSequence text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        if (before < 0 || isBreak(text.charAt(before))) {
            return true;
        }
        boolean alone = before == 0 || isBreak(text.charAt(before - 1)) || text.charAt(before - 1) == ' ';
        return alone && (text.charAt(before) == '-' || text.charAt(before) == '?');
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}

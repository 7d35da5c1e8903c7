package drydock.sim.kubectl.template;

/// Go's texts in quotes.
final class GoQuotes {

    private GoQuotes() {}

    /// What stands between double quotes, with its escapes made what they mean.
    static String unquote(String inside) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < inside.length()) {
            boolean escape = inside.charAt(i) == '\\' && i + 1 < inside.length();
            char c = inside.charAt(escape ? i + 1 : i);
            text.append(escape ? meant(c) : c);
            i += escape ? 2 : 1;
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> escaped;
        };
    }

    /// As `%q` and `strconv.Quote` write it.
    static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r")
                + '"';
    }
}

package drydock.sim.kubectl.template;

/// Go's texts in quotes.
final class GoQuotes {

    private GoQuotes() {}

    /// What stands between double quotes, with its escapes made what they mean.
    static String unquote(String inside) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\' || i + 1 == inside.length()) {
                text.append(c);
                continue;
            }
            i++;
            text.append(
                    switch (inside.charAt(i)) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        default -> inside.charAt(i);
                    });
        }
        return text.toString();
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

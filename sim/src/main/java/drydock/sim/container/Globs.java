package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The shell's patterns: `*`, `?` and `[…]`.
final class Globs {

    private Globs() {}

    static boolean matches(String glob, String text) {
        return pattern(glob, true).matcher(text).matches();
    }

    /// @param greedy whether `*` takes as much as it can
    static Pattern pattern(String glob, boolean greedy) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(greedy ? ".*" : ".*?");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                regex.append('[')
                        .append(glob.substring(i + 1, close)
                                .replace("\\", "\\\\")
                                .replaceFirst("^!", "^"))
                        .append(']');
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException _) {
            return Pattern.compile(Pattern.quote(glob));
        }
    }

    static boolean isGlob(String text) {
        return text.matches("(?s).*[*?\\[].*");
    }

    /// The files whose paths `glob` matches, in order; none if it matches none.
    static List<String> expand(ContainerProcess process, String glob) {
        List<String> found = new ArrayList<>(List.of(glob.startsWith("/") ? "/" : ""));
        for (String part : glob.split("/+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            List<String> next = new ArrayList<>();
            for (String base : found) {
                String prefix = base.isEmpty() || base.endsWith("/") ? base : base + "/";
                Files files = process.container().files();
                for (String name :
                        isGlob(part) ? files.list(process.resolve(base.isEmpty() ? "." : base)) : List.of(part)) {
                    boolean hidden = name.startsWith(".") && !part.startsWith(".");
                    if (!hidden && matches(part, name) && files.exists(process.resolve(prefix + name))) {
                        next.add(prefix + name);
                    }
                }
            }
            found = next;
        }
        return found;
    }
}

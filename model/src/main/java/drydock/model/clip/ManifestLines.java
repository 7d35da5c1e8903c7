package drydock.model.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the lines of manifests among lines of prose, prompts and what commands answered.
///
/// A manifest begins with `apiVersion` or another of its first fields and goes on while lines are indented further,
/// blank, comments, or begin with a key in lower case. Where something that looks like YAML would be left behind, there
/// is nothing found at all: a manifest with a mistake in it must not lose its end.
final class ManifestLines {

    private static final Pattern FIRST = Pattern.compile("^\\s*(apiVersion|kind|metadata)\\s*:(\\s.*)?$");
    private static final Pattern KEY = Pattern.compile("^\\s*[a-z]\\w*\\s*:(\\s.*)?$");
    private static final Pattern LEFT_BEHIND = Pattern.compile("^\\s+(-\\s+)?[\\w./\"'-]+\\s*:(\\s.*)?$");

    private final List<String> lines;
    private final List<List<String>> found = new ArrayList<>();

    private ManifestLines(List<String> lines) {
        this.lines = lines;
    }

    /// The manifests among `lines`, each as its lines.
    static List<List<String>> in(List<String> lines) {
        ManifestLines search = new ManifestLines(lines);
        boolean all = search.find();
        return all ? List.copyOf(search.found) : List.of();
    }

    /// Whether the lines say which object they describe.
    static boolean isManifest(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains("apiVersion"))
                && lines.stream().anyMatch(line -> line.contains("kind"));
    }

    static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private boolean find() {
        for (int at = 0; at < lines.size(); at++) {
            if (FIRST.matcher(lines.get(at)).matches()) {
                int end = end(at);
                List<String> manifest = lines.subList(at, end);
                if (isManifest(manifest)) {
                    found.add(manifest);
                }
                at = end - 1;
            } else if (!found.isEmpty() && LEFT_BEHIND.matcher(lines.get(at)).matches()) {
                return false;
            }
        }
        return true;
    }

    /// The line behind the manifest that begins at line `start`.
    private int end(int start) {
        int indentation = indentation(lines.get(start));
        int end = start + 1;
        while (end < lines.size() && goesOn(lines.get(end), indentation)) {
            end++;
        }
        return end;
    }

    private static boolean goesOn(String line, int indentation) {
        int own = indentation(line);
        return line.isBlank() || own > indentation || (own == indentation && isSibling(line));
    }

    private static boolean isSibling(String line) {
        return KEY.matcher(line).matches()
                || line.strip().startsWith("- ")
                || line.strip().startsWith("#");
    }
}

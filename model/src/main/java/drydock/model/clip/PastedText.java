package drydock.model.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text from elsewhere, as YAML: without what web pages and terminals put around manifests.
final class PastedText {

    private static final Pattern FENCE = Pattern.compile("^[ \t]*(```|~~~).*$");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("^.*<<-?\\s*(['\"]?)(\\w+)\\1.*$");

    private PastedText() {}

    /// The manifests in `text`: what stands in code fences or here-documents if there are any, else all of it; with
    /// plain spaces and line ends, and without the indentation that all lines share.
    static String manifests(String text) {
        String plain = text.replace("\uFEFF", "")
                .replace("\u200B", "")
                .replace('\u00A0', ' ')
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        List<String> lines = plain.lines().toList();
        List<List<String>> parts = fenced(lines);
        if (parts.isEmpty()) {
            parts = hereDocuments(lines);
        }
        if (parts.isEmpty()) {
            parts = List.of(lines);
        }
        return String.join("---\n", parts.stream().map(PastedText::dedented).toList());
    }

    private static List<List<String>> fenced(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        List<String> open = null;
        for (String line : lines) {
            if (FENCE.matcher(line).matches()) {
                if (open != null) {
                    parts.add(open);
                }
                open = open == null ? new ArrayList<>() : null;
            } else if (open != null) {
                open.add(line);
            }
        }
        return parts;
    }

    private static List<List<String>> hereDocuments(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        String end = "";
        List<String> open = new ArrayList<>();
        for (String line : lines) {
            var begin = HERE_DOCUMENT.matcher(line);
            if (end.isEmpty() && begin.matches()) {
                end = begin.group(2);
            } else if (!end.isEmpty() && line.strip().equals(end)) {
                parts.add(List.copyOf(open));
                open.clear();
                end = "";
            } else if (!end.isEmpty()) {
                open.add(line);
            }
        }
        return parts;
    }

    private static String dedented(List<String> lines) {
        int shared = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.isBlank() ? "" : line.substring(shared).stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }
}

package drydock.model.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text from elsewhere, as YAML: without what web pages and terminals put around manifests.
final class PastedText {

    private static final Pattern FENCE = Pattern.compile("^[ \t]*(```|~~~).*$");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("^.*<<-?\\s*(['\"]?)(\\w+)\\1.*$");
    private static final Pattern BEGINS_AS_YAML = Pattern.compile("^(---|[{#%]|- |[\"']?[a-z]\\w*[\"']?:(\\s|$)).*");

    private PastedText() {}

    /// What the manifests in `text` may be, the likeliest first: what stands in code fences or here-documents;
    /// the whole; the parts of it that are manifests among prose and prompts. All have plain spaces and line ends,
    /// and not the indentation that all lines share.
    static List<String> readings(String text) {
        String plain = text.replace("\uFEFF", "")
                .replace("\u200B", "")
                .replace('\u00A0', ' ')
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        List<String> readings = new ArrayList<>(ofText(plain));
        // only after that: a manifest may hold a web page itself
        String shown = Markup.text(plain);
        if (!shown.equals(plain)) {
            readings.addAll(ofText(shown));
        }
        return readings.isEmpty() ? List.of(dedented(plain.lines().toList())) : readings;
    }

    private static List<String> ofText(String text) {
        List<String> lines = LinePrefixes.without(text.lines().toList());
        List<String> readings = new ArrayList<>();
        for (List<List<String>> marked : List.of(fenced(lines), hereDocuments(lines))) {
            List<List<String>> manifests =
                    marked.stream().filter(ManifestLines::isManifest).toList();
            if (!manifests.isEmpty()) {
                readings.add(joined(manifests));
            }
        }
        String whole = dedented(lines);
        if (whole.lines().filter(line -> !line.isBlank()).limit(1).allMatch(BEGINS_AS_YAML.asMatchPredicate())) {
            readings.add(whole);
        }
        List<List<String>> among = ManifestLines.in(lines);
        if (!among.isEmpty()) {
            readings.add(joined(among));
        }
        return readings;
    }

    private static String joined(List<List<String>> parts) {
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
                .mapToInt(ManifestLines::indentation)
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

package drydock.model.manifest;

import java.util.List;

/// The edits that add a document to a file or take one away.
final class DocumentEdits {

    private DocumentEdits() {}

    /// Adds `yaml` at the end, behind a `---` if anything is there. What is added ends with a line break.
    static TextEdit appending(ManifestFile file, String yaml) {
        String text = file.text();
        String lineEnd = YamlStyle.lineEnd(text);
        String added = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
        StringBuilder out = new StringBuilder();
        if (!text.isBlank()) {
            if (!SourceText.isBreak(text.charAt(text.length() - 1))) {
                out.append(lineEnd);
            }
            boolean separated = endsWithSeparator(text) || startsWithSeparator(added);
            out.append(separated ? "" : "---" + lineEnd);
        }
        out.append(lineEnd.equals("\n") ? added : added.replaceAll("\r?\n", lineEnd));
        if (!added.isEmpty() && !SourceText.isBreak(added.charAt(added.length() - 1))) {
            out.append(lineEnd);
        }
        return new TextEdit(text.length(), text.length(), out.toString());
    }

    /// Takes a document with its comments away, and the `---` that is not needed any more.
    static TextEdit removing(ManifestFile file, int document) {
        List<ManifestDocument> documents = file.documents();
        TextSpan span = documents.get(document).span();
        boolean isLast = document == documents.size() - 1;
        SourceText source = new SourceText(file.text());
        if (document == 0 && !isLast) {
            int next = documents.get(1).span().start();
            boolean separated = file.text().startsWith("---", next)
                    && !file.text().startsWith("---", span.start())
                    && source.isBlank(next + 3, source.lineEnd(next));
            return new TextEdit(span.start(), separated ? source.behindBreak(source.lineEnd(next)) : next, "");
        }
        return new TextEdit(span.start(), span.end(), "");
    }

    private static boolean endsWithSeparator(String text) {
        String last = text.stripTrailing();
        return last.endsWith("\n---") || last.equals("---") || last.endsWith("\n...");
    }

    private static boolean startsWithSeparator(String yaml) {
        return yaml.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.equals("---") || line.startsWith("--- ") || line.startsWith("---\t"))
                .isPresent();
    }
}

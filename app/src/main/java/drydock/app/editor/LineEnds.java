package drydock.app.editor;

import drydock.model.manifest.TextEdit;

/// Leads from the positions of an editor, which knows only `\n`, to those of a file, which may have `\r\n`.
///
/// Where a file has none, as nearly all, positions are the same and nothing is counted.
///
/// @param text the file's text
/// @param pairs whether it has `\r\n` anywhere
record LineEnds(String text, boolean pairs) {

    LineEnds(String text) {
        this(text, text.contains("\r\n"));
    }

    /// The text as the editor has it.
    String shown() {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// The edit of the file that does what an edit of the shown text does; new lines end as the file's first does.
    TextEdit inFile(TextEdit shown) {
        String replacement = pairs ? shown.replacement().replace("\n", "\r\n") : shown.replacement();
        return new TextEdit(inFile(shown.start()), inFile(shown.end()), replacement);
    }

    /// The edit of the shown text that does what an edit of the file does.
    TextEdit inShown(TextEdit inFile) {
        String replacement = inFile.replacement().replace("\r\n", "\n");
        return new TextEdit(inShown(inFile.start()), inShown(inFile.end()), replacement);
    }

    /// The position in the file of a position in the shown text.
    int inFile(int shownPosition) {
        if (!pairs) {
            return Math.min(shownPosition, text.length());
        }
        int position = 0;
        for (int passed = 0; passed < shownPosition && position < text.length(); passed++) {
            position += text.startsWith("\r\n", position) ? 2 : 1;
        }
        return position;
    }

    /// The position in the shown text of a position in the file.
    int inShown(int filePosition) {
        if (!pairs) {
            return Math.min(filePosition, text.length());
        }
        int shown = 0;
        for (int position = 0; position < Math.min(filePosition, text.length()); shown++) {
            position += text.startsWith("\r\n", position) ? 2 : 1;
        }
        return shown;
    }
}

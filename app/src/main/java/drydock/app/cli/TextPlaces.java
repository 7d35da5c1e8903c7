package drydock.app.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Lines and columns of a text.
///
/// @param text the text
/// @param lineStarts where each line begins
record TextPlaces(String text, List<Integer> lineStarts) {

    /// A place.
    ///
    /// @param line from 1
    /// @param column in characters, from 1
    record Place(int line, int column) {}

    static TextPlaces of(String text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        return new TextPlaces(text, starts);
    }

    Place at(int offset) {
        int inside = Math.min(offset, text.length());
        int found = Collections.binarySearch(lineStarts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, 1 + text.codePointCount(lineStarts.get(line), inside));
    }
}

package drydock.sim.kubectl.text;

import java.util.ArrayList;
import java.util.List;

/// Text in columns, as Go's `text/tabwriter` lays it out: a cell ends with a tab, and cells of lines that follow each
/// other stand in columns, each as wide as its widest cell.
public final class TabText {

    private final int leastWidth;
    private final int gap;
    private final List<String[]> lines = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private TabText(int leastWidth, int gap) {
        this.leastWidth = leastWidth;
        this.gap = gap;
    }

    /// Lays `text` out.
    ///
    /// @param leastWidth the least width of a column, with its gap
    /// @param gap the blanks behind the widest cell
    public static String align(String text, int leastWidth, int gap) {
        TabText tabs = new TabText(leastWidth, gap);
        for (String line : text.split("\n", -1)) {
            tabs.lines.add(line.split("\t", -1));
        }
        tabs.format(0, tabs.lines.size());
        tabs.out.setLength(tabs.out.length() - 1);
        return tabs.out.toString();
    }

    private void format(int from, int to) {
        int column = widths.size();
        int begin = from;
        int line = from;
        while (line < to) {
            if (column >= lines.get(line).length - 1) {
                line++;
                continue;
            }
            write(begin, line);
            begin = line;
            int width = leastWidth;
            while (line < to && column < lines.get(line).length - 1) {
                width = Math.max(width, length(lines.get(line)[column]) + gap);
                line++;
            }
            widths.add(width);
            format(begin, line);
            widths.removeLast();
            begin = line;
        }
        write(begin, to);
    }

    private void write(int from, int to) {
        for (int line = from; line < to; line++) {
            String[] cells = lines.get(line);
            for (int i = 0; i < cells.length; i++) {
                out.append(cells[i]);
                if (i < widths.size()) {
                    out.repeat(' ', Math.max(0, widths.get(i) - length(cells[i])));
                }
            }
            out.append('\n');
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

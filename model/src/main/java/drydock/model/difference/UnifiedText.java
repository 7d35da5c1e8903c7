package drydock.model.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/// The difference of two texts as `diff -u` writes it.
public final class UnifiedText {

    private static final int CONTEXT = 3;
    /// What java-diff-utils writes for an empty text's place, and what `diff` does.
    private static final String FROM_NOTHING = "@@ -1,0 +";

    private static final String FROM_NOTHING_RIGHT = "@@ -0,0 +";

    private UnifiedText() {}

    /// The lines with their ends; empty if the texts do not differ.
    ///
    /// @param firstName what the first text is called
    public static String of(String firstName, String first, String secondName, String second) {
        List<String> before = first.lines().toList();
        List<String> after = second.lines().toList();
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                firstName, secondName, before, DiffUtils.diff(before, after), CONTEXT);
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append(before.isEmpty() ? line.replace(FROM_NOTHING, FROM_NOTHING_RIGHT) : line)
                    .append('\n');
        }
        return out.toString();
    }
}

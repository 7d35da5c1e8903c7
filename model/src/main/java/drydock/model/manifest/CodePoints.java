package drydock.model.manifest;

import java.util.Arrays;

/// From SnakeYAML's positions, which count code points, to offsets in a string, which count UTF-16 units.
final class CodePoints {

    /// The positions, in code points, of all characters that take two units.
    private final int[] wide;

    private CodePoints(int[] wide) {
        this.wide = wide;
    }

    static CodePoints of(String text) {
        int[] wide = new int[0];
        int count = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == wide.length) {
                    wide = Arrays.copyOf(wide, Math.max(16, count * 2));
                }
                wide[count] = i - count;
                count++;
                i++;
            }
        }
        return new CodePoints(Arrays.copyOf(wide, count));
    }

    /// The offset of the character that `position` characters stand before.
    int offset(int position) {
        if (wide.length == 0) {
            return position;
        }
        int found = Arrays.binarySearch(wide, position);
        return position + (found >= 0 ? found : -found - 1);
    }
}

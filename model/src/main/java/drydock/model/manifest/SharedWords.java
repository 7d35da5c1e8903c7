package drydock.model.manifest;

import org.jspecify.annotations.Nullable;

/// Short words of manifests, each kept as one string for all places where it stands: `name` and `containers` are in
/// nearly every one. They are the same strings as those in the program, so that hardly a comparison looks at letters.
final class SharedWords {

    private static final int LONGEST = 32;
    private static final int PLACES = 2048;

    /// Two threads may both put a word here; either is as good.
    private static final @Nullable String[] KNOWN = new @Nullable String[PLACES];

    private SharedWords() {}

    /// What stands in `text` from `start` to `end`.
    static String of(String text, int start, int end) {
        if (end - start > LONGEST) {
            return text.substring(start, end);
        }
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int place = (hash ^ hash >>> 11) & PLACES - 1;
        String known = KNOWN[place];
        if (known != null && known.length() == end - start && text.startsWith(known, start)) {
            return known;
        }
        String word = text.substring(start, end).intern();
        KNOWN[place] = word;
        return word;
    }
}

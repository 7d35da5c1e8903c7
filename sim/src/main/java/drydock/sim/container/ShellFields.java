package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;

/// The texts that a word becomes.
final class ShellFields {

    /// @param glob whether it may stand for names of files
    record Field(String text, boolean glob) {}

    private final List<Field> done = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private boolean started;
    private boolean glob;

    /// Text that is not split.
    void whole(String text, boolean mayGlob) {
        open.append(text);
        started = true;
        glob |= mayGlob && Globs.isGlob(text);
    }

    /// Each a field of its own, as of `"$@"`.
    void each(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                cut();
            }
            whole(texts.get(i), false);
        }
    }

    void add(String text, boolean quoted) {
        if (quoted) {
            whole(text, false);
            return;
        }
        boolean first = true;
        for (String piece : text.split("[ \\t\\n]+", -1)) {
            if (!first && started) {
                cut();
            }
            if (!piece.isEmpty()) {
                whole(piece, true);
            }
            first = false;
        }
    }

    private void cut() {
        done.add(new Field(open.toString(), glob));
        open.setLength(0);
        started = false;
        glob = false;
    }

    List<Field> finish() {
        if (started) {
            cut();
        }
        return done;
    }
}

package drydock.sim.expect;

/// Whether an expectation holds, and what was seen.
public record Verdict(boolean holds, String seen) {

    /// In words, with a line end.
    public String text() {
        String how = holds ? "seen: " : "not as expected; seen: ";
        return how + (seen.contains("\n") ? "\n" + seen.indent(2) : seen + "\n");
    }

    Verdict inverted() {
        return new Verdict(!holds, seen);
    }
}

package drydock.sim.expect;

/// Whether an expectation holds, and what was seen.
public record Verdict(boolean holds, String seen) {

    Verdict inverted() {
        return new Verdict(!holds, seen);
    }
}

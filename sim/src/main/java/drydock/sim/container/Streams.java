package drydock.sim.container;

import java.util.function.Consumer;

/// Where a process reads and writes: all that will ever come in, and what takes what goes out.
public record Streams(String in, Consumer<String> out, Consumer<String> err) {

    public Streams withIn(String text) {
        return new Streams(text, out, err);
    }

    public Streams withOut(Consumer<String> to) {
        return new Streams(in, to, err);
    }

    public Streams withErr(Consumer<String> to) {
        return new Streams(in, out, to);
    }
}

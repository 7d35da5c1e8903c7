package drydock.sim.container;

import java.util.function.Consumer;

/// Where a process reads and writes.
public record Streams(Input in, Consumer<String> out, Consumer<String> err) {

    /// @param in all that will ever come in
    public Streams(String in, Consumer<String> out, Consumer<String> err) {
        this(Input.of(in), out, err);
    }

    public Streams withIn(Input from) {
        return new Streams(from, out, err);
    }

    public Streams withOut(Consumer<String> to) {
        return new Streams(in, to, err);
    }

    public Streams withErr(Consumer<String> to) {
        return new Streams(in, out, to);
    }
}

package drydock.sim.script;

import io.fabric8.kubernetes.api.model.HasMetadata;

/// Is told what happens while a script runs. Times are virtual nanoseconds since the script began.
public interface Transcript {

    /// A line of the script begins.
    void step(long nanos, String text);

    /// A command is done.
    void result(long nanos, CommandResult result);

    /// An object has changed.
    ///
    /// @param type `ADDED`, `MODIFIED` or `DELETED`
    void change(long nanos, String type, HasMetadata object);

    /// Tells two.
    static Transcript both(Transcript one, Transcript other) {
        return new Transcript() {
            @Override
            public void step(long nanos, String text) {
                one.step(nanos, text);
                other.step(nanos, text);
            }

            @Override
            public void result(long nanos, CommandResult result) {
                one.result(nanos, result);
                other.result(nanos, result);
            }

            @Override
            public void change(long nanos, String type, HasMetadata object) {
                one.change(nanos, type, object);
                other.change(nanos, type, object);
            }
        };
    }
}

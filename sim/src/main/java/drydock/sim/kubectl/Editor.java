package drydock.sim.kubectl;

import java.util.function.Consumer;

/// Lets somebody change a text.
@FunctionalInterface
public interface Editor {

    /// How the editor was left.
    sealed interface Left {

        /// With this text.
        record Saved(String text) implements Left {}

        /// By giving up.
        record GivenUp() implements Left {}

        /// It could not do its work.
        record Failed(String why) implements Left {}
    }

    /// Shows `text`, of the object called `name`. Both this and `then` are called on the cluster's own thread.
    void edit(String name, String text, Consumer<Left> then);
}

package drydock.model.work;

import java.util.function.IntConsumer;

/// How pieces of work that have nothing to do with each other are done: one after the other, or by several threads at
/// once. This module starts no threads; who has some gives them in.
@FunctionalInterface
public interface Spread {

    /// One after the other, on the thread that asks.
    Spread IN_TURN = (count, work) -> {
        for (int i = 0; i < count; i++) {
            work.accept(i);
        }
    };

    /// Does the pieces 0 to `count` - 1 in any order, and returns when all are done.
    void each(int count, IntConsumer work);

    /// Does both, in any order, and returns when they are done. Both may spread what they do.
    default void both(Runnable one, Runnable other) {
        each(2, i -> (i == 0 ? one : other).run());
    }
}

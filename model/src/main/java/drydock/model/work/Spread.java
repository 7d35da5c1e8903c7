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

    /// Does `one` and the pieces 0 to `count` - 1 beside it, in any order, and returns when all are done.
    default void each(Runnable one, int count, IntConsumer work) {
        each(count + 1, i -> {
            if (i == 0) {
                one.run();
            } else {
                work.accept(i - 1);
            }
        });
    }
}

/// Virtual time: the clock, the queue of what is to happen, and the seeded source of chance.
/// Everything that happens in a simulated cluster happens as an action of this queue, on one thread.
/// Everything in sim may use it; it uses nothing.
@NullMarked
package drydock.sim.engine;

import org.jspecify.annotations.NullMarked;

/// The time bar: play, pause, step, speed, and what time it is in the simulation.
/// It shows and sets the properties of a `SimulationTime` and knows no simulation.
/// Used by the shell.
@NullMarked
package drydock.app.timeline;

import org.jspecify.annotations.NullMarked;

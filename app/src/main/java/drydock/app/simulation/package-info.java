/// The built-in simulation before the window: the thread it runs on, and the pace at which its time goes.
/// Makes a `ClusterSession` of a `Simulation`; nothing else in app knows the simulation.
/// Used by the shell.
@NullMarked
package drydock.app.simulation;

import org.jspecify.annotations.NullMarked;

/// A run that can be run again: where it began, and everything that was done to it from outside, each at its moment.
/// The same recording gives the same run, so a run can be forked at any moment, saved and sent to someone.
/// Uses the simulation's façade; the simulation's session and the command line use it.
@NullMarked
package drydock.sim.run;

import org.jspecify.annotations.NullMarked;

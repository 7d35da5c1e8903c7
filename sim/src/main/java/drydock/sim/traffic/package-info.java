/// What a line `traffic …` of a console or a script asks for: clients that send requests at a rate, and single
/// requests. Being a command, it is remembered and run again as all others are.
/// Uses `network`; used by the simulation, its scripts and its runs.
@NullMarked
package drydock.sim.traffic;

import org.jspecify.annotations.NullMarked;

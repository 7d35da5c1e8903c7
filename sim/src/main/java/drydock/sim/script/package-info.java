/// Scripts that are run on a simulated cluster, and the trace of what then happened.
/// A script is what a person would type: kubectl commands, pauses and faults; a trace is JSON lines.
/// Uses the façade's parts; the command line and tests use it.
@NullMarked
package drydock.sim.script;

import org.jspecify.annotations.NullMarked;

/// What must hold in a simulated cluster after every change, whatever was done to it: written apart from what
/// it checks, on the changes that the store logs.
@NullMarked
package drydock.sim.check;

import org.jspecify.annotations.NullMarked;

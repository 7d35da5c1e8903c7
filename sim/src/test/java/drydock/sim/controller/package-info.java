/// What the controllers do in a whole simulated cluster.
@NullMarked
package drydock.sim.controller;

import org.jspecify.annotations.NullMarked;

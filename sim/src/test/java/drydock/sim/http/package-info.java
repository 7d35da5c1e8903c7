/// Tests of the API over HTTP.
@NullMarked
package drydock.sim.http;

import org.jspecify.annotations.NullMarked;

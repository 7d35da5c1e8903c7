/// Measures how fast scenes are painted and searched. Started by hand, never by the tests.
@NullMarked
package drydock.render.benchmark;

import org.jspecify.annotations.NullMarked;

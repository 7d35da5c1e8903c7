/// Tests of the live connection, against a real control plane where there is one.
@NullMarked
package drydock.app.live;

import org.jspecify.annotations.NullMarked;

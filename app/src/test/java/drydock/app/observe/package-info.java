/// Tests of what is known of a cluster, and of what is looked at.
@NullMarked
package drydock.app.observe;

import org.jspecify.annotations.NullMarked;

/// What a cluster is known to hold at this moment, for the screen: objects, how fresh they are, what is refused.
/// Fed by the watches of a `Cluster`, in batches, once a frame.
/// Used by the canvas and the panels; knows nothing of them.
@NullMarked
package drydock.app.observe;

import org.jspecify.annotations.NullMarked;

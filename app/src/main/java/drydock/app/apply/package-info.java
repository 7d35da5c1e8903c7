/// Applying manifests to a cluster: what would come of each (a dry run of the server), and doing it, in an
/// order in which what others need comes first. Knows clusters through their interface only, no window and no
/// command line; both use it.
@NullMarked
package drydock.app.apply;

import org.jspecify.annotations.NullMarked;

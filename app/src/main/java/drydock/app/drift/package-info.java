/// A project beside a live cluster, in the window: what is only here, only there and different, on the
/// figures, as a list, and object by object; applying to the cluster and importing from it. What is compared
/// and how is `model.drift`'s; what is applied and how is `apply`'s. Used by the shell.
@NullMarked
package drydock.app.drift;

import org.jspecify.annotations.NullMarked;

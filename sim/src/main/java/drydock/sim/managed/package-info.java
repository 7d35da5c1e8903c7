/// Which manager has set which fields of an object, and how a manager's wishes are joined with what is there:
/// the arithmetic of server-side apply (`sigs.k8s.io/structured-merge-diff`), on trees as JSON has them.
/// Uses the schema only; the API server uses it.
@NullMarked
package drydock.sim.managed;

import org.jspecify.annotations.NullMarked;

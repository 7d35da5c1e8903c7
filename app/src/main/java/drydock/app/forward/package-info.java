/// Ports of the user's machine that lead into a live cluster: opened, listed, stopped.
/// Works on `model.cluster.DirectAccess` through the session.
/// Uses `session`, `logs` for whose Pods are whose; `shell` puts its list into the window.
@NullMarked
package drydock.app.forward;

import org.jspecify.annotations.NullMarked;

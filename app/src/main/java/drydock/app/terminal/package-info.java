/// Terminals in containers of a live cluster: what is shown and typed, each in a tab.
/// Works on `model.cluster.DirectAccess` through the session; the screen itself is `terminal.screen`.
/// Uses `session`, `logs` for whose Pods are whose; `shell` puts its tabs into the window.
@NullMarked
package drydock.app.terminal;

import org.jspecify.annotations.NullMarked;

/// What containers write, many of them together: the Pods of a workload as they come and go, with search and filter.
/// Works on any session whose cluster has containers, simulated or live.
/// Uses `session`, `observe`, `lens` for its choices; `shell` puts its tabs into the window.
@NullMarked
package drydock.app.logs;

import org.jspecify.annotations.NullMarked;

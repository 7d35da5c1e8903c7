/// The way to the containers of a real cluster's Pods: their logs, programs run in them, terminals, and ports of the
/// user's machine that lead to theirs, on the web sockets that the API server offers (`v4.channel.k8s.io`).
/// Goes through `live.api` and its connection. Used by `live` only.
@NullMarked
package drydock.app.live.pod;

import org.jspecify.annotations.NullMarked;

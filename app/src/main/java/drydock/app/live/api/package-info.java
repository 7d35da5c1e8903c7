/// What an API server is asked by plain requests: which kinds it serves, what the user may read, lists in pages and
/// streams of changes. The only way by which watches reach a server; it goes through the client's own connection, with
/// its certificates, tokens and proxies. Used by `live` only.
@NullMarked
package drydock.app.live.api;

import org.jspecify.annotations.NullMarked;

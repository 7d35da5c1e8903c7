/// One watch on one kind, that outlives its connections: lists in pages, follows, and mends what breaks.
/// It knows no client and no HTTP, only a `Wire`, and is given its pauses, so that every failure can be tried without
/// a server. Used by `live` only.
@NullMarked
package drydock.app.live.watch;

import org.jspecify.annotations.NullMarked;

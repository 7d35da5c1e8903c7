/// Why things are as they are in a cluster that is watched: from owners, conditions and events.
/// It knows only what was observed, whether of a cluster that is there or of one that was recorded.
/// Sessions use it.
@NullMarked
package drydock.app.reasons;

import org.jspecify.annotations.NullMarked;

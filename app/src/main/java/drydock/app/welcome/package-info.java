/// What an empty canvas says: how to begin.
/// It offers actions that are made elsewhere, and goes away with the first thing that is drawn.
/// Used by the shell.
@NullMarked
package drydock.app.welcome;

import org.jspecify.annotations.NullMarked;

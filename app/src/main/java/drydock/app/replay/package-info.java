/// A recorded watch before the window: the same canvas and the same time bar as a simulation's, and no cluster behind.
/// Reading the file and going in time know no screen.
/// The window and the tabs of live clusters use it.
@NullMarked
package drydock.app.replay;

import org.jspecify.annotations.NullMarked;

/// Which file an object is written in: where new ones go, and how one is moved to another file.
/// A move takes the object's own text with its comments, and leaves the diagram as it is.
/// Used by the palette and by the window's actions.
@NullMarked
package drydock.model.placing;

import org.jspecify.annotations.NullMarked;

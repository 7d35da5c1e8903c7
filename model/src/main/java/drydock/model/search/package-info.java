/// Finding objects by what they say: name, kind, namespace, labels, images, any field and its value.
/// An index remembers what it read of an object for as long as the object is not replaced.
/// Used by the window to find figures; knows nothing of texts and of the screen.
@NullMarked
package drydock.model.search;

import org.jspecify.annotations.NullMarked;

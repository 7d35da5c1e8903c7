/// Tests of the outline.
/// In the real window, and of the tree of many objects.
/// On the samples.
@NullMarked
package drydock.app.outline;

import org.jspecify.annotations.NullMarked;

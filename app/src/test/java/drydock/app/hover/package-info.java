/// Tests of what the canvas tells of the figure under the pointer.
/// In the real window.
/// On the first sample.
@NullMarked
package drydock.app.hover;

import org.jspecify.annotations.NullMarked;

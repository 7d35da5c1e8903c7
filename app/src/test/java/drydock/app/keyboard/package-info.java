/// Tests of working without a mouse.
/// In the real window, with keys only.
/// On the first sample.
@NullMarked
package drydock.app.keyboard;

import org.jspecify.annotations.NullMarked;

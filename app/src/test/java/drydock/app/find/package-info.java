/// Tests of finding objects in the window.
/// In the real window, with keyboard and mouse.
/// On the first sample.
@NullMarked
package drydock.app.find;

import org.jspecify.annotations.NullMarked;

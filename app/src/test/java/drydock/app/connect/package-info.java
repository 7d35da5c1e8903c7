/// Tests of connecting, in the real window.
/// Lines are drawn with the mouse, and by the keyboard alone.
/// Each brings the text back byte for byte.
@NullMarked
package drydock.app.connect;

import org.jspecify.annotations.NullMarked;

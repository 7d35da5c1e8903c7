/// The program on a real display (Xvfb, GTK), as it lives among other programs: the system's choosers of files, what is
/// dragged from the desktop, and the clipboard. Its input comes through the display, its results are seen on the disk
/// and in the titles of windows.
@NullMarked
package drydock.desktop;

import org.jspecify.annotations.NullMarked;

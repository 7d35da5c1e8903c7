/// Opening and saving the project of a window, and asking where another program was faster.
/// Works in the background; nothing that is on the screen is lost when the disk fails.
/// Used by the shell.
@NullMarked
package drydock.app.files;

import org.jspecify.annotations.NullMarked;

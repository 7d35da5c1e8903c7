/// Writing the project, or what is selected of it, as pictures, manifests and graphs for others.
/// Each file is written whole or not at all, and nothing is written over unasked.
/// Used by the shell and the command line.
@NullMarked
package drydock.app.export;

import org.jspecify.annotations.NullMarked;

/// Tests of the command palette.
/// In the real window, and of how typed letters fit names.
/// On the first sample.
@NullMarked
package drydock.app.commands;

import org.jspecify.annotations.NullMarked;

/// The command line: one class a command, and what a run without a window prints.
/// Exit codes: 0, 1 for findings or a failed run, 2 for wrong use.
/// Nothing else in app may use it but the launcher.
@NullMarked
package drydock.app.cli;

import org.jspecify.annotations.NullMarked;

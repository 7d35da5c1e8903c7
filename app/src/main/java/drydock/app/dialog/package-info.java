/// Questions to the user, and choosers of files, behind one interface.
/// Tests answer the choosers, which need a system's own window, and click through the rest.
/// Everything in app may use it.
@NullMarked
package drydock.app.dialog;

import org.jspecify.annotations.NullMarked;

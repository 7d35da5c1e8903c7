/// The one place where a user says how the program is to be.
/// What is chosen holds at once, as long as the dialog is open on trial; settings keeps it.
/// Used by shell only.
@NullMarked
package drydock.app.preferences;

import org.jspecify.annotations.NullMarked;

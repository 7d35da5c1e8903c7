/// Unsaved work, kept beside the project in a folder of the user's, so that neither a kill nor a failing program takes
/// it away.
/// A window owns one [RecoverySlot] by a lock of the system, which ends with the process whatever happens to it.
/// Used by the window's files; nothing here is ever written into a project's folder.
@NullMarked
package drydock.model.recovery;

import org.jspecify.annotations.NullMarked;

/// Reading and writing a project's folder, so that a crash or a full disk loses nothing.
/// Notices what another program changed in between.
/// The only package of the model that touches the disk.
@NullMarked
package drydock.model.storage;

import org.jspecify.annotations.NullMarked;

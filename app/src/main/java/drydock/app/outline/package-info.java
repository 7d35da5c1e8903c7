/// The objects of the project and of the cluster as a tree, by namespace, kind and owner.
/// It follows the selection and sets it.
/// Used by the shell.
@NullMarked
package drydock.app.outline;

import org.jspecify.annotations.NullMarked;

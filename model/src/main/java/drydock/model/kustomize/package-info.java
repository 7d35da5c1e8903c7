/// Which files of a project its kustomizations take objects from, patch them with and read, and what they generate.
/// Used by `project`, which says by it what its files are, and by rules across objects.
@NullMarked
package drydock.model.kustomize;

import org.jspecify.annotations.NullMarked;

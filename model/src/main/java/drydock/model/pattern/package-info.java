/// What can be drawn new: objects, whole patterns of them, and the parts of Pods.
/// What is made is valid as it is and has a free name; the manifests are resources beside this package.
/// Used by the palette.
@NullMarked
package drydock.model.pattern;

import org.jspecify.annotations.NullMarked;

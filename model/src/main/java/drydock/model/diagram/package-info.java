/// What only the canvas knows of a project: positions, groups, notes, and the way it was last looked at.
/// Nothing in here ever goes into a manifest.
/// Used by projects and pictures.
@NullMarked
package drydock.model.diagram;

import org.jspecify.annotations.NullMarked;

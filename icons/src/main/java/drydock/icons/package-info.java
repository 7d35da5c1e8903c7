/// One vector icon for each kind, drawn for Drydock, as path data on a 24 by 24 grid.
/// Holds data only.
/// Used by figures, the palette and the outline.
@NullMarked
package drydock.icons;

import org.jspecify.annotations.NullMarked;

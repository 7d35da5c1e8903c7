/// How wide text is when it is drawn, and where it is cut so that it fits.
/// Measures with the fonts that the theme names.
/// Used by figures, painting and export.
@NullMarked
package drydock.render.text;

import org.jspecify.annotations.NullMarked;

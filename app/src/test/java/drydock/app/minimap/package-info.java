/// Tests of the small picture of the whole.
/// In the real window.
/// On the first sample.
@NullMarked
package drydock.app.minimap;

import org.jspecify.annotations.NullMarked;

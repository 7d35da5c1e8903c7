/// The icons of `drydock.icons` as nodes of the scene graph, for lists, trees and buttons.
/// They take their colour from the style class `kind-icon`.
/// Used by the palette, the outline and the inspector.
@NullMarked
package drydock.app.icon;

import org.jspecify.annotations.NullMarked;

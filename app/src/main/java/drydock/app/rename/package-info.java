/// Gives objects other names, with all that names them.
/// Asks what is to follow; what has to be changed says `model.reference`.
/// Offered by the window's menus.
@NullMarked
package drydock.app.rename;

import org.jspecify.annotations.NullMarked;

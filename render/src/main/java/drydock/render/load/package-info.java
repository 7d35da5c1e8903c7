/// How busy things are as time goes on, as it is drawn. Values only.
/// Used by `figure`, and filled by the app.
@NullMarked
package drydock.render.load;

import org.jspecify.annotations.NullMarked;

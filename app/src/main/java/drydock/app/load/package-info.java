/// How busy what is selected has been, in charts that are large enough to be read from afar.
/// It asks the session and draws with `render`. Used by the inspector.
@NullMarked
package drydock.app.load;

import org.jspecify.annotations.NullMarked;

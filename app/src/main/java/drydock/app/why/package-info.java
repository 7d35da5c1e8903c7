/// Why an object is as it is seen: the chain of causes, each link with its component, its rule and its time.
/// Asks any session that can explain; knows no simulation.
@NullMarked
package drydock.app.why;

import org.jspecify.annotations.NullMarked;

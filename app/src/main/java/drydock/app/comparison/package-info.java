/// What is different between two runs at one moment, as a list.
/// Knows objects and no simulation; `simulation` shows it.
@NullMarked
package drydock.app.comparison;

import org.jspecify.annotations.NullMarked;

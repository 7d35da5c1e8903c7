/// What a lesson or a test says must be seen of a simulated cluster, and whether it is.
/// An expectation is a line of words, read once and judged as often as it takes; what it looks at is given in
/// (`Evidence`).
/// Uses the store, the causes of changes and the traces of requests; scripts and recorded runs use it.
@NullMarked
package drydock.sim.expect;

import org.jspecify.annotations.NullMarked;

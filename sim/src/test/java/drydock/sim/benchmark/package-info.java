/// Measures whole clusters: each class is a program that prints what it measured. The commands are in
/// `docs/performance.md`. Uses everything in `drydock.sim`; nothing uses it.
@NullMarked
package drydock.sim.benchmark;

import org.jspecify.annotations.NullMarked;

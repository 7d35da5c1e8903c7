/// Manifests as text, without loss: what a file says, where each value stands, and the smallest change of
/// the text that sets a field. Reading never runs anything and never fails: what cannot be read is a
/// problem with a place. Used by projects, edits and validation; uses only `resource`.
@NullMarked
package drydock.model.manifest;

import org.jspecify.annotations.NullMarked;

/// What the API server refuses to change in an object that is there already.
/// A function from what is wanted and what is there to findings, in the server's words.
/// Used by whoever is about to apply a project to a cluster.
@NullMarked
package drydock.model.validation.live;

import org.jspecify.annotations.NullMarked;

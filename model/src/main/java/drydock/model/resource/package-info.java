/// What kinds there are and how one object is named: kinds, ids, selectors, quantities, and the API's schema as data.
/// Knows nothing of files or of a running cluster.
/// Everything may use it.
@NullMarked
package drydock.model.resource;

import org.jspecify.annotations.NullMarked;

/// Which fields of the API name other objects, and where a project names them.
/// One table says it for completion, forms, renaming and connecting.
/// Holds no rule of what the named object must be like.
@NullMarked
package drydock.model.reference;

import org.jspecify.annotations.NullMarked;

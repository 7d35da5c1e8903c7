/// Expressions in CEL, the language in which definitions of custom kinds say what their objects are held to: read and
/// computed with the functions that the API server knows (`apiserver/pkg/cel`).
@NullMarked
package drydock.model.cel;

import org.jspecify.annotations.NullMarked;

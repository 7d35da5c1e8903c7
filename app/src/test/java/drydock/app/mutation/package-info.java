/// Valid manifests changed at one place each, shown to the rules and to a real API server.
@NullMarked
package drydock.app.mutation;

import org.jspecify.annotations.NullMarked;

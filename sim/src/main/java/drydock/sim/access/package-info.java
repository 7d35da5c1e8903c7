/// Who may do what: the authorizer by roles of an API server, and the tokens it gives. Uses the model and the store's
/// refusals only; the HTTP API and kubectl ask it.
@NullMarked
package drydock.sim.access;

import org.jspecify.annotations.NullMarked;

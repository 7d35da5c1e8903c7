/// The registry of all rules, and the validator that has them.
/// Used by whoever checks a project: the command line, the window, the simulated API server.
@NullMarked
package drydock.model.validation.standard;

import org.jspecify.annotations.NullMarked;

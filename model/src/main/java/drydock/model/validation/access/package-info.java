/// Rules: roles and their bindings.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.access;

import org.jspecify.annotations.NullMarked;

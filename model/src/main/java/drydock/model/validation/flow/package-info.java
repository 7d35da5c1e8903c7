/// Rules: how an API server shares itself out among those who ask.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.flow;

import org.jspecify.annotations.NullMarked;

/// Rules: what works and could be better. All of it can be left out.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.advice;

import org.jspecify.annotations.NullMarked;

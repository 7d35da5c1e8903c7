/// Rules: objects of one project that get in each other's way; by theme, in packages of their own, what else objects
/// have to do with each other.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.project;

import org.jspecify.annotations.NullMarked;

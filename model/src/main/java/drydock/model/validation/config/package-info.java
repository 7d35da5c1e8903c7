/// Rules: configuration, limits of namespaces, and nodes.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.config;

import org.jspecify.annotations.NullMarked;

/// Rules: names of objects, and of their keys, that nobody in the project defines.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.project.missing;

import org.jspecify.annotations.NullMarked;

/// Rules: claims to devices, and their classes.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.device;

import org.jspecify.annotations.NullMarked;

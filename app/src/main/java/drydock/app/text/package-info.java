/// The words on the screen, in the user's language, from message bundles.
/// Each package of the program keeps a bundle `messages` beside its classes.
/// Everything in app may use it.
@NullMarked
package drydock.app.text;

import org.jspecify.annotations.NullMarked;

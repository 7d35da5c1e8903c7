/// What a user can do, as values: a name, a key, whether it can be done now, and the doing.
/// Menus, buttons and context menus are made from actions, so that each is written once.
/// Everything in app may use it.
@NullMarked
package drydock.app.action;

import org.jspecify.annotations.NullMarked;

/// What goes on in clusters for longer than a dialog: a rollout, a drain, something on its way out.
/// The bar at the window's lower edge shows each with its cluster, how far it is, and how it can be ended.
/// Knows sessions; who begins something long tells how it goes.
@NullMarked
package drydock.app.activity;

import org.jspecify.annotations.NullMarked;

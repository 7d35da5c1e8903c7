/// How the scheduler found a node for a Pod: a card over the canvas with every node's verdict, marks on the nodes
/// while it is open, and a short form for tooltips.
/// Asks any session that is `Scheduled`; knows no simulation.
@NullMarked
package drydock.app.decision;

import org.jspecify.annotations.NullMarked;

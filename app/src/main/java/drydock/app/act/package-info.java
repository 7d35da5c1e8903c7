/// What a user does to the objects of a cluster: scale, restart, roll back, edit, close and empty nodes, delete.
/// Each asks first in a dialog that names the cluster and says what will happen, stays open with the server's words
/// where it is refused, and what takes long goes on as an `activity`. Works on any session.
@NullMarked
package drydock.app.act;

import org.jspecify.annotations.NullMarked;

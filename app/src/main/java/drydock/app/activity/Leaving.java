package drydock.app.activity;

import drydock.app.dialog.Dialogs;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import java.util.List;
import java.util.Optional;

/// Asks before a cluster, or the window, is left while something goes on there that ends with it, as a drain.
///
/// @param activities what goes on
public record Leaving(Activities activities, Dialogs dialogs) {

    private static final Messages MESSAGES = Messages.of(Leaving.class);

    /// Whether nothing would be left undone, or the user wants it so.
    ///
    /// @param session the cluster that is left; empty if all are
    public boolean mayLeave(Optional<ClusterSession> session) {
        List<String> undone = activities.undone(session);
        return undone.isEmpty()
                || dialogs.confirm(
                        MESSAGES.get("activity.leave"),
                        MESSAGES.get("activity.leave.text", String.join("\n", undone)),
                        MESSAGES.get("activity.leave.do"));
    }
}

package drydock.app.session;

import drydock.app.task.Tasks;

/// A cluster in which not everybody may do everything. Belongs to the JavaFX thread.
public interface Permitting {

    /// What the server says to a right.
    ///
    /// @param reason why it is so, in the server's words; often empty
    record Permission(boolean allowed, String reason) {}

    /// Asks whether the user has a right. Start the work that is returned.
    Tasks.Work<Permission> may(Right right);
}

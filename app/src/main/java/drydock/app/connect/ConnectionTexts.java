package drydock.app.connect;

import drydock.app.text.Messages;
import drydock.model.connect.Connection;
import drydock.model.resource.ResourceId;

/// What connections are called in menus.
final class ConnectionTexts {

    private final Messages messages = Messages.of(ConnectionTexts.class);

    /// What `connection` between these two does, as "Set KEY in nginx from key of ConfigMap".
    String of(Connection connection, ResourceId from, ResourceId to) {
        String text = messages.get(
                "connect." + connection.meaning(), from.name(), to.name(), connection.detail(), connection.container());
        return connection.container().isEmpty()
                ? text
                : messages.get("connect.inContainer", text, connection.container());
    }
}

package drydock.app.live.watch;

import java.util.Optional;
import java.util.function.Consumer;

/// A wire to what the user is known not to be allowed to read: the first question is answered without the server.
public final class RefusedAtFirst implements Wire {

    private final Wire wire;
    private final String message;
    private boolean asked;

    public RefusedAtFirst(Wire wire, String message) {
        this.wire = wire;
        this.message = message;
    }

    @Override
    public Page page(String next, boolean whole) throws WireException {
        if (!asked) {
            asked = true;
            throw new WireException(403, message, Optional.empty());
        }
        return wire.page(next, whole);
    }

    @Override
    public void follow(String version, Consumer<Change> changes) throws WireException {
        wire.follow(version, changes);
    }
}

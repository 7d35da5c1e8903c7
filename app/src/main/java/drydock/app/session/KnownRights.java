package drydock.app.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Whether the user has rights, asked for when somebody wants to know, and again after a while: rights are given and
/// taken. What is not known yet is taken to be allowed; the server will refuse. Belongs to the JavaFX thread.
public final class KnownRights {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final class Known {
        private final BooleanProperty allowed = new SimpleBooleanProperty(true);
        private Instant asked = Instant.MIN;
    }

    private final InstantSource clock;
    private final Map<ClusterSession, Map<Right, Known>> known = new WeakHashMap<>();

    public KnownRights(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether a right is there, as far as it is known; changes when an answer comes.
    public ObservableBooleanValue allowed(ClusterSession session, Right right) {
        if (!(session instanceof Permitting permitting)) {
            return ClusterSession.ALWAYS;
        }
        Known there = known.computeIfAbsent(session, _ -> new HashMap<>()).computeIfAbsent(right, _ -> new Known());
        Instant now = clock.instant();
        if (there.asked.isBefore(now.minus(FRESH))) {
            there.asked = now;
            permitting
                    .may(right)
                    .then(answer -> there.allowed.set(answer.allowed()))
                    .otherwise(_ -> {
                        // a server that does not say will refuse
                    })
                    .start();
        }
        return there.allowed;
    }
}

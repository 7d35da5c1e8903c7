package drydock.app.session;

import drydock.app.session.Permitting.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.value.ObservableBooleanValue;

/// What the user is known to be allowed, asked for when somebody wants to know, and again after a while: rights are
/// given and taken. Belongs to the JavaFX thread.
public final class KnownRights {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Permission UNKNOWN = new Permission(true, "");

    private record Known(Permission permission, Instant at) {}

    private final InstantSource clock;
    private final Map<ClusterSession, Map<Right, Known>> known = new WeakHashMap<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");

    public KnownRights(InstantSource clock) {
        this.clock = clock;
    }

    /// Grows with every answer.
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Whether a right is there, as far as it is known; changes when an answer comes.
    public ObservableBooleanValue allowed(ClusterSession session, Right right) {
        return Bindings.createBooleanBinding(() -> of(session, right).allowed(), version);
    }

    /// What is known of a right. One that is not known yet is taken to be there, and asked for.
    public Permission of(ClusterSession session, Right right) {
        if (!(session instanceof Permitting permitting)) {
            return UNKNOWN;
        }
        Map<Right, Known> ofSession = known.computeIfAbsent(session, _ -> new HashMap<>());
        Optional<Known> there = Optional.ofNullable(ofSession.get(right));
        Instant now = clock.instant();
        if (there.filter(answer -> answer.at().plus(FRESH).isAfter(now)).isEmpty()) {
            ofSession.put(right, new Known(there.map(Known::permission).orElse(UNKNOWN), now));
            permitting
                    .may(right)
                    .then(answer -> {
                        ofSession.put(right, new Known(answer, clock.instant()));
                        version.set(version.get() + 1);
                    })
                    .otherwise(_ -> {
                        // a server that does not say will refuse
                    })
                    .start();
        }
        return Optional.ofNullable(ofSession.get(right)).map(Known::permission).orElse(UNKNOWN);
    }
}

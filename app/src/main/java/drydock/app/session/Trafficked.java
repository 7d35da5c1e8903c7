package drydock.app.session;

import drydock.render.traffic.Traffic;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Subscription;

/// A cluster whose requests can be seen as they travel. Belongs to the JavaFX thread.
public interface Trafficked {

    /// The requests around the moment that is seen; set as its time goes on.
    ReadOnlyObjectProperty<Traffic> trafficProperty();

    /// Tells `show` the requests of a session from now on, if it shows any, and nothing at first.
    static Subscription follow(Optional<ClusterSession> session, Consumer<Traffic> show) {
        show.accept(Traffic.NONE);
        return session.filter(Trafficked.class::isInstance)
                .map(s -> ((Trafficked) s).trafficProperty().subscribe(show))
                .orElse(Subscription.EMPTY);
    }
}

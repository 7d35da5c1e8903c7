package drydock.app.live;

import drydock.app.observe.Observed;
import drydock.app.observe.Observed.Knowledge;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.Diagram;
import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Subscription;

/// Says of each figure on the canvas that is not known to be current how old what it shows is. Each second anew while
/// there is one; belongs to the JavaFX thread.
public final class AgeMarks {

    private final Messages messages = Messages.of(AgeMarks.class);
    private final InstantSource clock;
    private final Consumer<Map<String, String>> show;
    private final Timeline ageing = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tell()));
    private Map<String, Instant> since = Map.of();
    private Subscription following = Subscription.EMPTY;

    /// @param clock the time by which the cluster's silence is measured
    /// @param show takes how old what is known of objects is, by their kind as a diagram calls it
    public AgeMarks(Workspace workspace, InstantSource clock, Consumer<Map<String, String>> show) {
        this.clock = clock;
        this.show = show;
        ageing.setCycleCount(Animation.INDEFINITE);
        workspace.sessionProperty().subscribe(this::follow);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(ClusterSession::observed)
                .map(observed -> observed.versionProperty().subscribe(() -> look(observed)))
                .orElse(Subscription.EMPTY);
        if (session.isEmpty()) {
            set(Map.of());
        }
    }

    private void look(Observed observed) {
        Map<String, Instant> now = new HashMap<>();
        observed.knowledge().forEach((kind, known) -> {
            if (known instanceof Knowledge.Stale(Instant last, String _)) {
                now.put(Diagram.kindOf(ResourceId.of(kind, "", "any")), last);
            }
        });
        set(now);
    }

    private void set(Map<String, Instant> now) {
        if (now.equals(since)) {
            return;
        }
        since = now;
        tell();
        if (since.isEmpty()) {
            ageing.stop();
        } else {
            ageing.play();
        }
    }

    private void tell() {
        Instant now = clock.instant();
        Map<String, String> words = new HashMap<>();
        since.forEach((kind, last) ->
                words.put(kind, messages.get("age.old", AgeWords.of(Duration.between(last, now)))));
        show.accept(words);
    }
}

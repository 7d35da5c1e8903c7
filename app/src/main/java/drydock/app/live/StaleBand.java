package drydock.app.live;

import drydock.app.live.LiveKnowledge.Outage;
import drydock.app.text.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A band over the canvas that says since when what is shown there may be old. It takes no mouse events.
public final class StaleBand extends Label {

    private final Messages messages = Messages.of(StaleBand.class);
    private final DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            .withLocale(Locale.getDefault())
            .withZone(ZoneId.systemDefault());

    public StaleBand(LiveKnowledge knowledge) {
        setId("stale-band");
        getStyleClass().add("stale-band");
        setGraphic(new FontIcon("fth-alert-triangle"));
        setMouseTransparent(true);
        setMinWidth(0);
        managedProperty().bind(visibleProperty());
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        knowledge.outageProperty().subscribe(this::show);
    }

    private void show(Optional<Outage> outage) {
        outage.ifPresent(lost -> setText(messages.get("stale.since", time.format(lost.since()))));
        setVisible(outage.isPresent());
    }
}

package drydock.app.drift;

import drydock.app.text.Messages;
import drydock.model.drift.ObjectDrift.State;
import drydock.model.drift.ProjectDrift;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/// For the status bar: how many objects are not the same in the project and in the cluster. A click shows which.
public final class DriftCount extends Hyperlink {

    private final Messages messages = Messages.of(DriftCount.class);

    /// @param open shows the differences
    public DriftCount(Beside beside, Runnable open) {
        setId("status-drift");
        getStyleClass().add("drift-count");
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setOnAction(_ -> {
            setVisited(false);
            open.run();
        });
        beside.driftProperty().subscribe(this::show);
    }

    private void show(ProjectDrift drift) {
        setVisible(!drift.objects().isEmpty());
        long different = drift.count(State.DIFFERENT);
        long here = drift.count(State.ONLY_HERE);
        long there = drift.count(State.ONLY_THERE);
        setText(
                different + here + there == 0
                        ? messages.get("drift.count.same")
                        : messages.get("drift.count", different, here, there));
        String said = messages.get("drift.count.said", different, here, there);
        setTooltip(new Tooltip(said));
        setAccessibleText(said);
    }
}

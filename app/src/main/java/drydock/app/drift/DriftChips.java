package drydock.app.drift;

import drydock.app.text.Messages;
import drydock.model.drift.ObjectDrift.State;
import drydock.model.drift.ProjectDrift;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// How many objects stand how, as switches that choose which of them are listed.
final class DriftChips extends FlowPane {

    private static final Map<State, String> STYLES =
            Map.of(State.ONLY_HERE, "only-here", State.ONLY_THERE, "only-there", State.DIFFERENT, "different");

    private final Messages messages;
    private final DriftWords words;
    private final Map<State, ToggleButton> chips = new EnumMap<>(State.class);
    private ProjectDrift shown = ProjectDrift.NONE;
    private boolean lean;

    DriftChips(Messages messages, DriftWords words, Runnable changed) {
        super(6, 4);
        this.messages = messages;
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        for (State state : EnumSet.of(State.DIFFERENT, State.ONLY_HERE, State.ONLY_THERE)) {
            ToggleButton chip = new ToggleButton();
            chip.setId("drift-" + STYLES.get(state));
            chip.getStyleClass().addAll("drift-chip", "problem-toggle", STYLES.get(state));
            chip.setTooltip(new Tooltip(messages.get("drift.explain." + state)));
            chip.setSelected(true);
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setOnAction(_ -> changed.run());
            chips.put(state, chip);
        }
        getChildren().setAll(chips.get(State.DIFFERENT), chips.get(State.ONLY_HERE), chips.get(State.ONLY_THERE));
    }

    /// Whether the signs are to stand alone.
    void setLean(boolean wanted) {
        if (lean != wanted) {
            lean = wanted;
            show(shown);
        }
    }

    void show(ProjectDrift drift) {
        shown = drift;
        chips.forEach((state, chip) -> {
            long count = drift.count(state);
            String sign = DriftWords.sign(state);
            String whole = messages.get("drift.chip", sign, words.state(state), count);
            chip.setText(lean ? messages.get("drift.chip.lean", sign, count) : whole);
            chip.setAccessibleText(whole);
        });
    }

    /// Those that are to be listed.
    Set<State> wanted() {
        Set<State> wanted = EnumSet.noneOf(State.class);
        chips.forEach((state, chip) -> {
            if (chip.isSelected()) {
                wanted.add(state);
            }
        });
        return wanted;
    }
}

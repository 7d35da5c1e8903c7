package drydock.app.fault;

import drydock.app.dialog.DialogPlace;
import drydock.app.text.Messages;
import drydock.sim.fault.FaultPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.VPos;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Asks how things are to go wrong at random: from which seed, how often, how long, and what. Its result is the line
/// that the console takes.
final class RandomFaultsDialog extends Dialog<String> {

    private static final List<String> TIMES = List.of("10s", "30s", "1m", "2m", "5m", "10m", "30m", "1h");
    private static final int COLUMNS = 2;

    private final Messages messages = Messages.of(RandomFaultsDialog.class);
    private final TextField seed = new TextField("1");
    private final ComboBox<String> every = times("every", "30s");
    private final ComboBox<String> lasting = times("lasting", "2m");
    private final Map<String, CheckBox> kinds = new LinkedHashMap<>();

    RandomFaultsDialog(Window owner) {
        DialogPlace.over(owner, this);
        setTitle(messages.get("fault.random.title"));
        setHeaderText(getTitle());
        seed.setId("fault-seed");
        GridPane fields = new GridPane(12, 8);
        fields.getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints());
        fields.getColumnConstraints().getFirst().setMinWidth(Region.USE_PREF_SIZE);
        fields.addRow(0, new Label(messages.get("fault.random.seed")), seed);
        fields.addRow(1, new Label(messages.get("fault.random.every")), every);
        fields.addRow(2, new Label(messages.get("fault.random.lasting")), lasting);
        Label kindsLabel = new Label(messages.get("fault.random.kinds"));
        GridPane.setValignment(kindsLabel, VPos.TOP);
        fields.addRow(3, kindsLabel, choices());
        getDialogPane().setContent(fields);
        ButtonType begin = new ButtonType(messages.get("fault.random.begin"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(begin, new ButtonType(messages.get("fault.random.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        getDialogPane().lookupButton(begin).disableProperty().bind(complete().not());
        setResultConverter(button -> button == begin ? line() : null);
    }

    private static ComboBox<String> times(String id, String usual) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("fault-" + id);
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(TIMES);
        box.setValue(usual);
        return box;
    }

    private GridPane choices() {
        GridPane grid = new GridPane(16, 6);
        for (String kind : FaultPlan.ALL) {
            CheckBox box = new CheckBox(messages.get("fault.kind." + kind));
            box.setId("fault-kind-" + kind);
            box.setSelected(true);
            box.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(box, kinds.size() % COLUMNS, kinds.size() / COLUMNS);
            kinds.put(kind, box);
        }
        return grid;
    }

    private BooleanBinding complete() {
        List<Observable> all =
                kinds.values().stream().map(CheckBox::selectedProperty).collect(Collectors.toList());
        all.add(seed.textProperty());
        all.add(every.getEditor().textProperty());
        all.add(lasting.getEditor().textProperty());
        return Bindings.createBooleanBinding(
                () -> seed.getText().matches("\\d{1,18}")
                        && isTime(every)
                        && isTime(lasting)
                        && kinds.values().stream().anyMatch(CheckBox::isSelected),
                all.toArray(Observable[]::new));
    }

    private static boolean isTime(ComboBox<String> box) {
        return box.getEditor().getText().matches("0*[1-9]\\d{0,5}[smh]?");
    }

    private String line() {
        String line = "fault random " + seed.getText() + " " + every.getEditor().getText() + " "
                + lasting.getEditor().getText();
        boolean all = kinds.values().stream().allMatch(CheckBox::isSelected);
        return all
                ? line
                : line
                        + kinds.entrySet().stream()
                                .filter(kind -> kind.getValue().isSelected())
                                .map(kind -> " " + kind.getKey())
                                .collect(Collectors.joining());
    }
}

package drydock.app.preferences;

import drydock.app.settings.Colours;
import drydock.app.settings.Grid;
import drydock.app.settings.Language;
import drydock.app.settings.Motion;
import drydock.app.settings.Preferences;
import drydock.app.settings.TextSize;
import drydock.app.text.Messages;
import drydock.model.placing.Placing;
import drydock.model.resource.QuantityUnits;
import drydock.model.resource.QuantityUnits.Bytes;
import drydock.model.resource.QuantityUnits.Cpu;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The fields of all preferences.
final class PreferencesForm extends GridPane {

    private final Messages messages = Messages.of(PreferencesForm.class);
    private final ReadOnlyObjectWrapper<Preferences> wanted;
    private final ComboBox<Colours> colours = choice("colours", List.of(Colours.values()), this::name);
    private final ComboBox<Language> language = choice("language", List.of(Language.values()), this::name);
    private final ComboBox<TextSize> textSize = choice("textSize", List.of(TextSize.values()), this::name);
    private final ComboBox<Integer> editor = choice("editor", Preferences.EDITOR_PIXELS, this::editorSize);
    private final ComboBox<Motion> motion = choice("motion", List.of(Motion.values()), this::name);
    private final CheckBox snaps = check("snaps");
    private final ComboBox<Integer> step = choice("step", Grid.STEPS, String::valueOf);
    private final CheckBox grid = check("grid");
    private final CheckBox minimap = check("minimap");
    private final ComboBox<Cpu> cpu = choice("cpu", List.of(Cpu.values()), this::name);
    private final ComboBox<Bytes> bytes = choice("bytes", List.of(Bytes.values()), this::name);
    private final ComboBox<Placing> placing = choice("placing", List.of(Placing.values()), this::name);
    private final Label nextStart = hint("preferences.language.next");
    private boolean showing;
    private int rows;

    PreferencesForm(Preferences now) {
        wanted = new ReadOnlyObjectWrapper<>(this, "wanted", now);
        getStyleClass().add("form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        getColumnConstraints().setAll(names, fields);
        header("appearance");
        row("colours", colours);
        row("language", language);
        add(nextStart);
        row("textSize", textSize);
        row("editor", editor);
        row("motion", motion);
        header("canvas");
        add(snaps);
        row("step", step);
        add(grid);
        add(minimap);
        header("amounts");
        row("cpu", cpu);
        row("bytes", bytes);
        add(hint("preferences.amounts.hint"));
        header("files");
        row("placing", placing);
        add(hint("preferences.autosave"));
        show(now);
    }

    /// What the fields say at this moment.
    ReadOnlyObjectProperty<Preferences> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    void show(Preferences now) {
        showing = true;
        colours.setValue(now.colours());
        language.setValue(now.language());
        textSize.setValue(now.textSize());
        editor.setValue(now.editorPixels());
        motion.setValue(now.motion());
        snaps.setSelected(now.grid().snaps());
        step.setValue(now.grid().step());
        grid.setSelected(now.grid().shown());
        minimap.setSelected(now.minimap());
        cpu.setValue(now.units().cpu());
        bytes.setValue(now.units().bytes());
        placing.setValue(now.placing());
        showing = false;
        take();
    }

    private void take() {
        if (showing) {
            return;
        }
        boolean otherLanguage = !language.getValue()
                .locale()
                .getLanguage()
                .equals(Locale.getDefault().getLanguage());
        nextStart.setVisible(otherLanguage);
        nextStart.setManaged(otherLanguage);
        wanted.set(new Preferences(
                colours.getValue(),
                language.getValue(),
                textSize.getValue(),
                editor.getValue(),
                motion.getValue(),
                new Grid(snaps.isSelected(), step.getValue(), grid.isSelected()),
                minimap.isSelected(),
                new QuantityUnits(cpu.getValue(), bytes.getValue()),
                placing.getValue()));
    }

    private void header(String key) {
        Label header = new Label(messages.get("preferences." + key));
        header.getStyleClass().add("form-header");
        add(header, 0, rows++, 2, 1);
    }

    private void row(String key, Control field) {
        Label label = new Label(messages.get("preferences." + key));
        label.setLabelFor(field);
        setValignment(label, VPos.CENTER);
        addRow(rows++, label, field);
    }

    private void add(Control field) {
        add(field, 1, rows++);
    }

    private CheckBox check(String key) {
        CheckBox box = new CheckBox(messages.get("preferences." + key));
        box.setId("preferences-" + key);
        box.setWrapText(true);
        box.selectedProperty().subscribe((before, now) -> take());
        return box;
    }

    private <T> ComboBox<T> choice(String key, List<T> values, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("preferences-" + key);
        box.getItems().setAll(values);
        box.setConverter(new Names<>(name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe((before, now) -> take());
        return box;
    }

    private Label hint(String key) {
        Label hint = new Label(messages.get(key));
        hint.getStyleClass().addAll("text-muted", "preferences-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    private String name(Enum<?> value) {
        return messages.get("preferences."
                + value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name());
    }

    private String editorSize(int pixels) {
        return pixels == 0 ? messages.get("preferences.editor.window") : messages.get("preferences.editor.px", pixels);
    }
}

package drydock.app.inspector;

import drydock.model.form.FormField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts of which the nodes of a form are made.
final class FormParts {

    private FormParts() {}

    /// The label of a field, which explains it; what the API needs has a star.
    static Label label(FormField field, FormHost host) {
        Label label = new Label(field.required() ? field.name() + " *" : field.name());
        label.getStyleClass().addAll("text-muted", "form-label");
        label.setTooltip(tooltip(explanation(field, host)));
        return label;
    }

    /// What a screen reader says of a field, and a tooltip.
    static String explanation(FormField field, FormHost host) {
        String required = field.required() ? " (" + host.messages().get("field.required") + ")" : "";
        return field.name()
                + required
                + host.explanation(field).map(text -> "\n" + text).orElse("");
    }

    static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setShowDuration(Duration.seconds(30));
        return tooltip;
    }

    /// A button with a picture only.
    static Button button(String icon, String text, String id, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setId(id);
        button.setAccessibleText(text);
        button.setTooltip(tooltip(text));
        button.setOnAction(_ -> run.run());
        return button;
    }

    /// A button that offers texts, which are asked for when it is pressed.
    static Button offers(
            String id, FormField field, FormHost host, Supplier<List<String>> offers, Consumer<String> choose) {
        ContextMenu menu = new ContextMenu();
        Button button = button("fth-chevron-down", host.messages().get("offers", field.name()), id, () -> {});
        button.setOnAction(_ -> {
            menu.getItems().clear();
            for (String offer : offers.get()) {
                MenuItem item = new MenuItem(offer);
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> choose.accept(offer));
                menu.getItems().add(item);
            }
            if (menu.getItems().isEmpty()) {
                MenuItem nothing = new MenuItem(host.messages().get("offers.none"));
                nothing.setDisable(true);
                menu.getItems().add(nothing);
            }
            menu.show(button, Side.BOTTOM, 0, 0);
        });
        return button;
    }

    static VBox box() {
        VBox box = new VBox();
        box.getStyleClass().add("form-box");
        return box;
    }
}

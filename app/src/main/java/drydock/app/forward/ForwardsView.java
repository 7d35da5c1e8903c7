package drydock.app.forward;

import drydock.app.forward.Forwarding.State;
import drydock.app.text.Messages;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of forwarded ports: where each leads, how it does, and what stops it.
final class ForwardsView extends ScrollPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Messages messages = Messages.of(ForwardsView.class);
    private final Forwards forwards;
    private final VBox rows = new VBox(4);

    ForwardsView(Forwards forwards) {
        this.forwards = forwards;
        setId("forwards");
        getStyleClass().add("forwards");
        setFitToWidth(true);
        rows.getStyleClass().add("forward-rows");
        setContent(rows);
        forwards.all().addListener((ListChangeListener<Forwarding>) _ -> show());
        show();
    }

    private void show() {
        if (forwards.all().isEmpty()) {
            Label nothing = new Label(messages.get("forward.none"));
            nothing.getStyleClass().add("text-muted");
            nothing.setWrapText(true);
            rows.getChildren().setAll(nothing);
        } else {
            rows.getChildren().setAll(forwards.all().stream().map(this::row).toList());
        }
    }

    private Node row(Forwarding forwarding) {
        Label address = new Label();
        address.getStyleClass().add("forward-address");
        Label way = new Label();
        way.getStyleClass().add("forward-way");
        way.setMinWidth(USE_PREF_SIZE);
        Label said = new Label();
        said.getStyleClass().add("forward-said");
        said.setMinWidth(0);
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        Button copy = button("fth-copy", "forward.copy", () -> copy(address.getText()));
        Button stop = button("fth-x", "forward.stop", () -> forwards.stop(forwarding));
        stop.getStyleClass().add("forward-stop");
        forwarding.stateProperty().subscribe((Consumer<State>) state -> {
            address.setText(address(state));
            way.setText(messages.get(
                    "forward.way",
                    forwarding.session().info().name(),
                    forwarding.object().kind(),
                    forwarding.object().namespace() + "/" + forwarding.object().name(),
                    String.valueOf(forwarding.port())));
            said.setText(said(state));
            said.pseudoClassStateChanged(WRONG, state.said().isPresent());
            copy.setDisable(state.local() == 0 || state.course() == Forwarding.Course.ENDED);
        });
        HBox row = new HBox(10, address, copy, way, said, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().add("forward-row");
        return row;
    }

    private static String address(State state) {
        return "127.0.0.1:" + (state.local() == 0 ? "…" : String.valueOf(state.local()));
    }

    private String said(State state) {
        String course = switch (state.course()) {
            case OPENING -> messages.get("forward.opening");
            case OPEN ->
                messages.get(
                        "forward.open",
                        state.to().map(to -> to.pod().name() + ":" + to.port()).orElse(""),
                        state.connections());
            case WAITING -> messages.get("forward.waiting");
            case ENDED -> messages.get("forward.ended");
        };
        return state.said().map(words -> course + " — " + words).orElse(course);
    }

    private Button button(String icon, String name, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("flat");
        button.setAccessibleText(messages.get(name));
        button.setTooltip(new Tooltip(messages.get(name)));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static void copy(String address) {
        ClipboardContent content = new ClipboardContent();
        content.putString(address);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

package drydock.app.why;

import drydock.app.dialog.DialogPlace;
import drydock.app.dialog.FittingScroll;
import drydock.app.session.Reason;
import drydock.app.text.Messages;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Shows the chain of causes behind an object, from what was done to the cluster down to what is seen.
final class WhyDialog extends Dialog<Void> {

    private static final String SCHEDULER = "default-scheduler";
    private static final double WIDTH = 680;
    private static final double HEIGHT = 460;

    private final Messages messages = Messages.of(WhyDialog.class);
    private final Optional<Consumer<ResourceId>> decision;

    /// @param decision shows how the scheduler decided on a Pod, where that is known
    WhyDialog(Window owner, ResourceId object, List<Reason> reasons, Optional<Consumer<ResourceId>> decision) {
        this.decision = decision;
        DialogPlace.over(owner, this);
        setTitle(messages.get("why.title", object.kind(), object.name()));
        setHeaderText(messages.get(reasons.isEmpty() ? "why.unknown" : "why.header", object.kind(), object.name()));
        setResizable(true);
        VBox chain = new VBox();
        chain.setId("why");
        chain.getStyleClass().add("why");
        reasons.forEach(reason -> chain.getChildren().add(link(reason)));
        chain.setPrefWidth(WIDTH);
        ScrollPane scroll = new FittingScroll(chain, HEIGHT);
        getDialogPane().setContent(scroll);
        getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(messages.get("why.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    }

    private Region link(Reason reason) {
        Label at = new Label(reason.at());
        at.getStyleClass().add("clock");
        at.setMinWidth(Region.USE_PREF_SIZE);
        VBox said = new VBox(label(did(reason), "why-did"));
        said.getStyleClass().add("why-link");
        reason.changes().forEach(change -> said.getChildren().add(label(change, "why-change")));
        messages.find("why.rule." + family(reason.component()))
                .ifPresent(rule -> said.getChildren().add(label(rule, "why-rule")));
        if (reason.component().equals(SCHEDULER) && reason.object().kind().equals(Kinds.POD.kind())) {
            decision.ifPresent(way -> said.getChildren().add(how(reason.object(), way)));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        return new HBox(at, said);
    }

    /// Leads from the scheduler's link to all that it decided.
    private Hyperlink how(ResourceId pod, Consumer<ResourceId> way) {
        Hyperlink link = new Hyperlink(messages.get("why.decision"));
        link.getStyleClass().add("why-decision");
        link.setOnAction(_ -> {
            close();
            way.accept(pod);
        });
        return link;
    }

    private String did(Reason reason) {
        String component = messages.find("why.by." + reason.component()).orElse(reason.component());
        return messages.get(
                "why." + reason.verb().name().toLowerCase(Locale.ROOT),
                component,
                reason.object().kind(),
                reason.object().name());
    }

    /// `kubelet` of `kubelet/node-1`.
    private static String family(String component) {
        int slash = component.indexOf('/');
        return slash < 0 ? component : component.substring(0, slash);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

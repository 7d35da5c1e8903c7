package drydock.app.decision;

import drydock.app.session.Decision.Verdict;
import drydock.app.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One node in a decision: whether it was chosen, what it scored by which plugin, or which filter left it out.
final class VerdictRow extends VBox {

    private final Messages messages = Messages.of(VerdictRow.class);

    /// @param best the highest total of all nodes, which fills the whole bar
    VerdictRow(Verdict verdict, List<String> plugins, int best) {
        getStyleClass().add("verdict");
        switch (verdict) {
            case Verdict.LeftOut leftOut -> show(leftOut);
            case Verdict.Scored scored -> show(scored, plugins, best);
        }
    }

    private void show(Verdict.LeftOut verdict) {
        getStyleClass().add("left-out");
        getChildren()
                .setAll(
                        head("fth-x-circle", verdict.node(), messages.get("decision.leftOut", verdict.filter())),
                        text(String.join(", ", verdict.reasons()), "verdict-reason"));
    }

    private void show(Verdict.Scored verdict, List<String> plugins, int best) {
        getStyleClass().add(verdict.chosen() ? "chosen" : "scored");
        boolean only = verdict.scores().isEmpty();
        getChildren()
                .add(head(
                        verdict.chosen() ? "fth-check-circle" : "fth-circle",
                        verdict.node(),
                        only ? messages.get("decision.notScored") : String.valueOf(verdict.total())));
        if (!only) {
            getChildren().add(bar(verdict, best));
            getChildren()
                    .add(text(
                            IntStream.range(0, verdict.scores().size())
                                    .mapToObj(i -> plugins.get(i) + "\u00a0"
                                            + verdict.scores().get(i))
                                    .collect(Collectors.joining(" · ")),
                            "verdict-scores"));
        }
    }

    private static HBox head(String icon, String node, String right) {
        Label name = new Label(node, new FontIcon(icon));
        name.getStyleClass().add("verdict-node");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label said = new Label(right);
        said.getStyleClass().add("verdict-said");
        said.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, name, said);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// A part for each plugin, as wide as its share of the highest total.
    private static Node bar(Verdict.Scored verdict, int best) {
        HBox bar = new HBox(1);
        bar.getStyleClass().add("verdict-bar");
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("verdict-track");
        track.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < verdict.scores().size(); i++) {
            Region part = new Region();
            part.getStyleClass().addAll("verdict-part", "plugin-" + i % 4);
            part.setMinWidth(0);
            part.prefWidthProperty()
                    .bind(track.widthProperty()
                            .subtract(verdict.scores().size())
                            .multiply(verdict.scores().get(i) / (double) Math.max(1, best)));
            bar.getChildren().add(part);
        }
        return track;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

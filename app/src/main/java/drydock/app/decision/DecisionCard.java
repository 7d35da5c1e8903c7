package drydock.app.decision;

import drydock.app.canvas.CanvasView;
import drydock.app.session.Decision;
import drydock.app.session.Decision.Verdict;
import drydock.app.text.Messages;
import drydock.app.timeline.Clock;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.paint.NodeMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A card over the canvas that says how a Pod got its node, or why it has none: what came of the try, and for every
/// node which filter left it out or how it scored. While it is open the nodes on the canvas are marked.
///
/// Esc closes it. It shows what was decided up to the moment that is seen, and follows it.
public final class DecisionCard extends VBox {

    private final Messages messages = Messages.of(DecisionCard.class);
    private final DecisionText texts = new DecisionText();
    private final CanvasView canvas;
    private final Asked asked;
    private final Label title = new Label();
    private final Label outcome = new Label();
    private final Label tried = new Label();
    private final VBox rows = new VBox();
    private final Button earlier =
            button("decision-earlier", "fth-chevron-left", messages.get("decision.earlier"), this::goBack);
    private final Button later =
            button("decision-later", "fth-chevron-right", messages.get("decision.later"), this::goOn);
    private List<Decision> decisions = List.of();
    private int back;

    public DecisionCard(CanvasView canvas, Asked asked) {
        this.canvas = canvas;
        this.asked = asked;
        setId("decision");
        getStyleClass().add("decision");
        StackPane.setAlignment(this, Pos.TOP_LEFT);
        StackPane.setMargin(this, new Insets(12));
        title.getStyleClass().add("decision-title");
        outcome.getStyleClass().add("decision-outcome");
        tried.getStyleClass().add("text-muted");
        for (Label label : List.of(title, outcome, tried)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        title.setMaxWidth(Double.MAX_VALUE);
        tried.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(tried, Priority.ALWAYS);
        HBox tries = new HBox(tried, earlier, later);
        tries.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox head = new HBox(title, button("decision-close", "fth-x", messages.get("decision.close"), asked::close));
        getChildren().setAll(head, outcome, tries, scroll);
        setMaxHeight(Region.USE_PREF_SIZE);
        visibleProperty().bind(asked.podProperty().isNotNull());
        managedProperty().bind(visibleProperty());
        asked.podProperty().subscribe(this::begin);
        asked.decisionsProperty().subscribe(this::show);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
            asked.close();
            canvas.requestFocus();
            event.consume();
        }
    }

    private void begin() {
        back = 0;
        ResourceId pod = asked.podProperty().get();
        title.setText(pod == null ? "" : messages.get("decision.title", pod.name()));
        if (pod == null) {
            canvas.emphasis().mark(Map.of());
        }
    }

    private void show(List<Decision> now) {
        // who looks at an earlier try goes on to see it
        back = back == 0 ? 0 : Math.min(now.size() - 1, back + Math.max(0, now.size() - decisions.size()));
        decisions = now;
        render();
    }

    private void goBack() {
        back = Math.min(decisions.size() - 1, back + 1);
        render();
    }

    private void goOn() {
        back = Math.max(0, back - 1);
        render();
    }

    private void render() {
        boolean any = !decisions.isEmpty();
        earlier.setDisable(back >= decisions.size() - 1);
        later.setDisable(back == 0);
        tried.getParent().setVisible(any);
        tried.getParent().setManaged(any);
        rows.getChildren().clear();
        if (!any) {
            outcome.setText(messages.get(asked.isBound() ? "decision.bypassed" : "decision.none"));
            canvas.emphasis().mark(Map.of());
            return;
        }
        Decision decision = decisions.get(decisions.size() - 1 - back);
        outcome.setText(texts.outcome(decision));
        tried.setText(messages.get("decision.try", decision.attempt(), Clock.text(decision.at())));
        int best = decision.verdicts().stream()
                .mapToInt(v -> v instanceof Verdict.Scored scored ? scored.total() : 0)
                .max()
                .orElse(0);
        decision.verdicts()
                .forEach(verdict -> rows.getChildren().add(new VerdictRow(verdict, decision.plugins(), best)));
        int untold = decision.nodes() - decision.verdicts().size();
        if (untold > 0) {
            Label more = new Label(messages.get("decision.more", untold));
            more.getStyleClass().add("text-muted");
            rows.getChildren().add(more);
        }
        canvas.emphasis().mark(marks(decision));
    }

    private Map<ResourceId, NodeMark> marks(Decision decision) {
        Map<ResourceId, NodeMark> marks = new LinkedHashMap<>();
        for (Verdict verdict : decision.verdicts()) {
            marks.put(ResourceId.of(Kinds.NODE, "", verdict.node()), mark(verdict));
        }
        if (decision.outcome() instanceof Decision.Outcome.Preempting(var node, var victims)) {
            marks.put(
                    ResourceId.of(Kinds.NODE, "", node),
                    new NodeMark(NodeMark.Tone.CHOSEN, messages.get("decision.mark.preempting", victims.size())));
        }
        return marks;
    }

    private NodeMark mark(Verdict verdict) {
        return switch (verdict) {
            case Verdict.LeftOut(var _, var _, var reasons) ->
                new NodeMark(NodeMark.Tone.LEFT_OUT, String.join(", ", reasons));
            case Verdict.Scored scored ->
                new NodeMark(
                        scored.chosen() ? NodeMark.Tone.CHOSEN : NodeMark.Tone.SCORED,
                        scored.scores().isEmpty()
                                ? messages.get("decision.mark.only")
                                : messages.get(
                                        scored.chosen() ? "decision.mark.chosen" : "decision.mark.scored",
                                        String.valueOf(scored.total())));
        };
    }

    private static Button button(String id, String icon, String name, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("flat", "tool-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}

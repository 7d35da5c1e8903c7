package drydock.app.connect;

import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.Matches;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// Says what the selector of the selected object matches, at every moment of editing it or a label, and lights it up on
/// the canvas.
public final class SelectorMatches extends Label {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Messages messages = Messages.of(SelectorMatches.class);
    private final Workspace workspace;
    private final CanvasView canvas;

    public SelectorMatches(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
        setId("selector-matches");
        getStyleClass().add("selector-matches");
        setMouseTransparent(true);
        managedProperty().bind(visibleProperty());
        workspace.selection().objectsProperty().subscribe(this::update);
        workspace.document().projectProperty().subscribe((before, now) -> {
            if (!now.sharesTextsWith(before)) {
                update();
            }
        });
        update();
    }

    private void update() {
        Optional<ResourceId> object = workspace.selection().single();
        Optional<Matches> matches = object.filter(
                        id -> !workspace.document().project().declarations(id).isEmpty())
                .map(id -> Matches.of(workspace.document().project().lastGoodObjects(), id))
                .filter(m -> m.selector().isPresent() || !m.selectedBy().isEmpty());
        Set<ResourceId> lit = new LinkedHashSet<>();
        matches.ifPresent(m -> {
            lit.addAll(m.selected());
            lit.addAll(m.selectedBy());
        });
        canvas.emphasis().match(lit);
        setVisible(matches.isPresent());
        setText(matches.map(this::text).orElse(""));
        pseudoClassStateChanged(
                WARNING, matches.filter(SelectorMatches::isDoubtful).isPresent());
    }

    private static boolean isDoubtful(Matches matches) {
        return (matches.selector().isPresent() && matches.pods() == 0)
                || !matches.foreign().isEmpty();
    }

    private String text(Matches matches) {
        List<String> parts = new ArrayList<>();
        matches.selector().ifPresent(selector -> parts.add(selected(matches, selector)));
        if (!matches.foreign().isEmpty()) {
            parts.add(messages.get("match.foreign", names(matches.foreign())));
        }
        if (!matches.selectedBy().isEmpty()) {
            parts.add(messages.get("match.by", names(matches.selectedBy())));
        }
        return String.join("  ·  ", parts);
    }

    private String selected(Matches matches, LabelSelector selector) {
        String written = selector.isEverything() ? "*" : selector.nothing() ? "–" : selector.toString();
        if (matches.pods() == 0) {
            return messages.get("match.nothing", written);
        }
        String pods = messages.get("match.pods", matches.pods());
        return messages.get(
                "match.selects",
                written,
                matches.selected().isEmpty() ? pods : pods + " (" + names(matches.selected()) + ")");
    }

    private static String names(List<ResourceId> objects) {
        String first = String.join(
                ", ",
                objects.stream().limit(3).map(id -> id.kind() + " " + id.name()).toList());
        return objects.size() <= 3 ? first : first + " …";
    }
}

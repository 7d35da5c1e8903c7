package drydock.app.inspector;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.form.Form;
import drydock.model.form.FormBuilder;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Declaration;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The fields of the selected object, or what several selected objects have in common.
public final class InspectorView extends ScrollPane {

    private final Messages messages = Messages.of(InspectorView.class);
    private final Workspace workspace;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label problem = FormParts.problem();
    private final VBox groups = new VBox();
    private final MoreFields more = new MoreFields(this::open);
    private final ObservedFacts facts;
    private final VBox content;
    private FormHost host;
    private Map<String, Group> shown = Map.of();

    private record Group(VBox node, FormBox box) {}

    public InspectorView(Workspace workspace) {
        this.workspace = workspace;
        facts = new ObservedFacts(workspace);
        host = new FormHost(workspace, List.of());
        getStyleClass().add("inspector");
        title.setId("inspector-title");
        title.getStyleClass().add("title-4");
        title.setTooltip(new Tooltip());
        title.getTooltip().textProperty().bind(title.textProperty());
        subtitle.getStyleClass().add("text-muted");
        groups.getStyleClass().add("form-groups");
        content = new VBox(title, subtitle, problem, facts, groups, more);
        content.getStyleClass().add("inspector-content");
        setContent(content);
        setFitToWidth(true);
        workspace.selection().objectsProperty().subscribe(this::update);
        workspace.document().projectProperty().subscribe(this::update);
        workspace.findingsProperty().subscribe(this::update);
        update();
    }

    private void update() {
        List<ResourceId> ids = workspace.selection().objects();
        if (!ids.equals(host.ids())) {
            host = new FormHost(workspace, ids);
            shown = Map.of();
            setVvalue(0);
        }
        List<Declaration> places = ids.stream()
                .flatMap(id ->
                        workspace.document().project().declarations(id).stream().limit(1))
                .toList();
        head(ids, places);
        List<Map<?, ?>> objects = new ArrayList<>();
        places.forEach(place -> place.document()
                .value(place.inDocument(FieldPath.ROOT))
                .filter(Map.class::isInstance)
                .ifPresent(value -> objects.add((Map<?, ?>) value)));
        boolean all = !ids.isEmpty() && objects.size() == ids.size();
        show(all ? FormBuilder.of(ids, objects, host.opened()) : Form.EMPTY);
        more.searchIn(all ? Optional.of(objects.getFirst()) : Optional.empty());
        host.revealedIsShown();
    }

    private void head(List<ResourceId> ids, List<Declaration> places) {
        Optional<ResourceId> single = workspace.selection().single();
        title.setText(single.map(ResourceId::name)
                .orElseGet(() -> ids.isEmpty()
                        ? messages.get("inspector.nothing")
                        : messages.get("inspector.several", ids.size())));
        subtitle.setText(single.map(id -> id.kind()
                        + places.stream()
                                .findFirst()
                                .map(place -> " · " + place.path())
                                .orElse(id.namespace().isEmpty() ? "" : " · " + id.namespace()))
                .orElse(""));
        problem.setText(places.stream()
                .flatMap(place -> place.document().problems().stream())
                .findFirst()
                .map(found -> found.message(Locale.getDefault()))
                .orElse(""));
    }

    private void show(Form form) {
        Map<String, Group> next = new LinkedHashMap<>();
        for (Form.Group group : form.groups()) {
            Group known = shown.get(group.name());
            next.put(group.name(), known == null ? group(group.name()) : known);
        }
        shown = next;
        FormBox.arrange(groups, next.values().stream().map(Group::node).toList());
        form.groups().forEach(group -> next.get(group.name()).box().show(group.items()));
    }

    private Group group(String name) {
        Label header = new Label(messages.get("group." + name));
        header.getStyleClass().add("form-header");
        FormBox box = new FormBox(host);
        VBox node = new VBox(header, box);
        node.getStyleClass().add("form-group");
        return new Group(node, box);
    }

    /// Opens a field of the form and goes there.
    private void open(FieldPath path) {
        host.open(path);
        update();
        applyCss();
        layout();
        find("field-" + path)
                .or(() -> find("section-" + path))
                .or(() -> find("new-" + path))
                .or(() -> find("field-" + path.index(0)))
                .or(() -> find("add-" + path))
                .ifPresent(node -> {
                    node.requestFocus();
                    scrollTo(node);
                });
    }

    private Optional<Node> find(String id) {
        return content.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst();
    }

    private void scrollTo(Node node) {
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = content.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            setVvalue(Math.clamp((place.getMinY() - getViewportBounds().getHeight() / 3) / hidden, 0, 1));
        }
    }
}

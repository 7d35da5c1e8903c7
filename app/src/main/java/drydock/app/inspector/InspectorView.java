package drydock.app.inspector;

import drydock.app.fix.Fixing;
import drydock.app.settings.Preferences;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.form.Form;
import drydock.model.form.FormBuilder;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Declaration;
import drydock.model.project.FileProblem;
import drydock.model.project.Project;
import drydock.model.resource.QuantityUnits;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The fields of the selected object, or what several selected objects have in common.
public final class InspectorView extends ScrollPane {

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Messages messages = Messages.of(InspectorView.class);
    private final Workspace workspace;
    private final Fixing fixing;
    private final ObservableValue<Preferences> preferences;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final EntryProblem problem = new EntryProblem();
    private final VBox groups = new VBox();
    private final MoreFields more = new MoreFields(this::open);
    private final ObservedFacts facts;
    private final VBox content;
    private FormHost host;
    private Map<String, Group> shown = Map.of();

    private List<Stand> stands = List.of();
    private Project followed = Project.EMPTY;

    /// What has the ring; the inspector itself shows none.
    private Node pointed = this;

    /// Where an object stands in the project, by which it is known when its name changes.
    private record Stand(String path, int document, FieldPath inDocument, String kind) {
        static Stand of(Declaration place) {
            return new Stand(
                    place.path(),
                    place.document().index(),
                    place.declared().path(),
                    place.declared().id().map(ResourceId::kind).orElse(""));
        }
    }

    private record Group(VBox node, FormBox box) {}

    /// @param fixing makes the fixes of what is wrong with a field
    /// @param preferences says in which units amounts are shown
    public InspectorView(Workspace workspace, Fixing fixing, ObservableValue<Preferences> preferences) {
        this.workspace = workspace;
        this.fixing = fixing;
        this.preferences = preferences;
        facts = new ObservedFacts(workspace);
        host = new FormHost(workspace, fixing, List.of(), this::units, this::open);
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
        workspace.document().projectProperty().subscribe(this::follow);
        workspace.findingsProperty().subscribe(this::update);
        preferences.map(Preferences::units).subscribe(_ -> update());
        update();
    }

    /// Shows something beside what the cluster says of the selected object.
    public void show(Node more) {
        content.getChildren().add(content.getChildren().indexOf(facts) + 1, more);
    }

    private QuantityUnits units() {
        return preferences.getValue().units();
    }

    /// Where figures stand is not in the form.
    private void follow(Project project) {
        if (!project.sharesTextsWith(followed)) {
            followed = project;
            update();
        }
    }

    private void update() {
        List<ResourceId> ids = workspace.selection().objects();
        List<Declaration> places = ids.stream()
                .flatMap(id ->
                        workspace.document().project().declarations(id).stream().limit(1))
                .toList();
        List<Stand> stand = places.stream().map(Stand::of).toList();
        if (!ids.equals(host.ids())) {
            begin(ids, stand);
        }
        head(ids, places);
        List<Map<?, ?>> objects = new ArrayList<>();
        places.forEach(place -> place.document()
                .value(place.inDocument(FieldPath.ROOT))
                .filter(Map.class::isInstance)
                .ifPresent(value -> objects.add((Map<?, ?>) value)));
        boolean all = !ids.isEmpty() && objects.size() == ids.size();
        boolean broken = !all && ids.stream().anyMatch(this::isBroken);
        groups.setDisable(broken);
        if (all) {
            stands = stand;
        }
        if (!broken) {
            Form form = all ? FormBuilder.of(host.schema(), ids, objects, host.opened()) : Form.EMPTY;
            keepingPlace(() -> show(form));
        }
        more.searchIn(host.schema(), all ? Optional.of(objects.getFirst()) : Optional.empty());
        host.revealedIsShown();
    }

    /// Begins the form of other objects, or goes on with those that got other names.
    private void begin(List<ResourceId> ids, List<Stand> stand) {
        if (!ids.isEmpty() && stand.size() == ids.size() && stand.equals(stands)) {
            host.follow(ids);
            return;
        }
        host = new FormHost(workspace, fixing, ids, this::units, this::open);
        stands = List.of();
        shown = Map.of();
        point(this);
        setVvalue(0);
    }

    /// Whether the object's text cannot be read at the moment. Its form waits.
    private boolean isBroken(ResourceId id) {
        return workspace.document().project().brokenTextOf(id).isPresent();
    }

    /// Makes a change of the form and leaves what has the focus, or else what is on top, where it is on the screen.
    private void keepingPlace(Runnable change) {
        double top = getVvalue() * hidden();
        if (top <= 0) {
            change.run();
            return;
        }
        Optional<Node> anchor =
                Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(node -> isIn(content, node));
        double before = anchor.map(this::heightOf).orElse(0.0);
        change.run();
        applyCss();
        layout();
        double moved = anchor.filter(node -> isIn(content, node))
                .map(node -> heightOf(node) - before)
                .orElse(0.0);
        if (hidden() > 0) {
            setVvalue(Math.clamp((top + moved) / hidden(), 0, 1));
        }
    }

    private static boolean isIn(Node outer, Node node) {
        Node at = node;
        while (at != null && !at.equals(outer)) {
            at = at.getParent();
        }
        return at != null;
    }

    /// How far below the top of the content a node is.
    private double heightOf(Node node) {
        return content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
    }

    /// How much of the content is not in view.
    private double hidden() {
        return content.getHeight() - getViewportBounds().getHeight();
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
        problem.tell(places.stream()
                .flatMap(place -> place.document().problems().stream())
                .findFirst()
                .or(() -> ids.stream()
                        .flatMap(id -> workspace.document().project().brokenTextOf(id).stream())
                        .map(FileProblem::problem)
                        .findFirst())
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

    /// Shows a field of the form with a ring around it, or what is nearest to it, and leaves the focus where it is.
    public void reveal(FieldPath path) {
        if (!host.ids().isEmpty()) {
            opened(path).ifPresent(node -> {
                point(node);
                scrollTo(node);
            });
        }
    }

    /// Puts the ring around a node, and takes it from the one that had it.
    private void point(Node node) {
        pointed.pseudoClassStateChanged(POINTED, false);
        pointed = node;
        pointed.pseudoClassStateChanged(POINTED, true);
    }

    /// Opens a field of the form and goes there.
    private void open(FieldPath path) {
        opened(path).ifPresent(node -> {
            node.requestFocus();
            scrollTo(node);
        });
    }

    /// What a field is entered in, or what it is in, once that is in the form.
    private Optional<Node> opened(FieldPath path) {
        host.open(path);
        update();
        applyCss();
        layout();
        Optional<Node> node = nodeOf(path);
        for (FieldPath at = path; node.isEmpty() && !at.isRoot(); at = at.parent()) {
            node = nodeOf(at.parent());
        }
        return node;
    }

    private Optional<Node> nodeOf(FieldPath path) {
        return find("field-" + path)
                .or(() -> find("section-" + path))
                .or(() -> find("new-" + path))
                .or(() -> find("field-" + path.index(0)))
                .or(() -> find("add-" + path));
    }

    private Optional<Node> find(String id) {
        return content.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst();
    }

    private void scrollTo(Node node) {
        if (hidden() > 0) {
            setVvalue(Math.clamp((heightOf(node) - getViewportBounds().getHeight() / 3) / hidden(), 0, 1));
        }
    }
}

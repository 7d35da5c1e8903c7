package drydock.app.workspace;

import drydock.app.observe.Lens;
import drydock.app.session.ClusterSession;
import drydock.app.task.Tasks;
import drydock.model.edit.Edit;
import drydock.model.edit.Refusal;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import drydock.model.validation.Switching;
import drydock.model.validation.Validation;
import drydock.render.figure.Grouping;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What one window works on. Belongs to the JavaFX thread.
public final class Workspace {

    private final Tasks tasks;
    private final ProjectDocument document = new ProjectDocument(System::nanoTime);
    private final Selection selection = new Selection();
    private final BooleanProperty nodesView = new SimpleBooleanProperty(this, "nodesView");
    private final ReadOnlyObjectWrapper<Checked> checked =
            new ReadOnlyObjectWrapper<>(this, "checked", Checked.NOTHING);
    private Checked byRules = Checked.NOTHING;
    private List<Finding> besideCluster = List.of();
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.OPEN);
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(this, "grouping", Grouping.none());
    private final BooleanProperty advice = new SimpleBooleanProperty(this, "advice", true);
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(this, "mode", Mode.DESIGN);
    private final ReadOnlyObjectWrapper<Optional<ClusterSession>> session =
            new ReadOnlyObjectWrapper<>(this, "session", Optional.empty());

    public Workspace(Tasks tasks) {
        this.tasks = tasks;
        RenamedSelection.keep(document, selection);
        advice.subscribe((_, _) -> tell());
    }

    public Tasks tasks() {
        return tasks;
    }

    public ProjectDocument document() {
        return document;
    }

    public Selection selection() {
        return selection;
    }

    /// Whether Pods are shown on their nodes, or beside what they belong to.
    public BooleanProperty nodesViewProperty() {
        return nodesView;
    }

    /// What of a cluster is looked at.
    public ObjectProperty<Lens> lensProperty() {
        return lens;
    }

    /// What figures are put together by.
    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /// Leaves of `places` only those of figures that may be moved: not of locked ones, and none where figures stand in
    /// groups that follow from the objects.
    public void leaveMovable(Map<ResourceId, ?> places) {
        if (grouping.get().isNone()) {
            places.keySet().removeAll(document.project().diagram().locked());
        } else {
            places.clear();
        }
    }

    /// Whether advice is wanted; if not, nobody is told of it.
    public BooleanProperty adviceProperty() {
        return advice;
    }

    /// What is wrong with the project, as of the last check; without advice where none is wanted.
    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /// The last check: what was found, switched off findings too, and in which state of the project.
    public ReadOnlyObjectProperty<Checked> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /// Takes what a check found. What was found already stays the very same list, so that nobody looks at it again.
    public void found(Checked now) {
        byRules = now;
        gather();
    }

    /// Takes what the cluster that is looked at would not let the project change.
    public void foundBesideCluster(List<Finding> now) {
        if (!besideCluster.equals(now)) {
            besideCluster = List.copyOf(now);
            gather();
        }
    }

    /// What the cluster that is looked at would not let the project change.
    public List<Finding> besideCluster() {
        return besideCluster;
    }

    private void gather() {
        checked.set(besideCluster.isEmpty() ? byRules : new Checked(byRules.project(), withBesideCluster()));
        tell();
    }

    /// Rules that are switched off are so beside a cluster, too.
    private Validation withBesideCluster() {
        Map<Boolean, List<Finding>> byOff = besideCluster.stream()
                .collect(Collectors.partitioningBy(finding -> Switching.isOff(byRules.project(), finding)));
        return byRules.validation().with(byOff.get(false), byOff.get(true));
    }

    private void tell() {
        List<Finding> all = checked.get().validation().findings();
        List<Finding> wanted = advice.get()
                ? all
                : all.stream()
                        .filter(finding -> finding.severity() != Severity.ADVICE)
                        .toList();
        if (!findings.get().equals(wanted)) {
            findings.set(wanted);
        }
    }

    /// Makes an edit, or says in the status bar why it cannot be made.
    ///
    /// @return whether it was made
    public boolean perform(Edit edit) {
        return perform(edit, edit.label());
    }

    /// Makes an edit under a name of the caller's, or says in the status bar why it cannot be made.
    ///
    /// @param label a key of the names of edits, as [Edit#label] gives
    /// @return whether it was made
    public boolean perform(Edit edit, String label) {
        Optional<Refusal> refusal = document.perform(edit, label);
        message.set(refusal.map(r -> r.message(Locale.getDefault())).orElse(""));
        return refusal.isEmpty();
    }

    /// What the status bar says: the last thing that was refused or done.
    public StringProperty messageProperty() {
        return message;
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// The cluster that is looked at; empty while designing.
    public ReadOnlyObjectProperty<Optional<ClusterSession>> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public Optional<ClusterSession> session() {
        return session.get();
    }

    /// Whether what is done to the session's cluster is carried out; not without a session.
    public ObservableValue<Boolean> writable() {
        return sessionProperty()
                .flatMap(now -> now.map(ClusterSession::writable).orElse(null))
                .orElse(false);
    }

    /// Looks at no cluster, and closes the one that was looked at.
    public void design() {
        enter(Mode.DESIGN, Optional.empty());
    }

    /// Looks at `opened`, and closes the cluster that was looked at before.
    public void look(ClusterSession opened) {
        enter(opened.info().simulated() ? Mode.SIMULATION : Mode.LIVE, Optional.of(opened));
    }

    private void enter(Mode next, Optional<ClusterSession> opened) {
        Optional<ClusterSession> before = session.get();
        session.set(opened);
        mode.set(next);
        before.filter(left -> !left.staysOpen() && !Optional.of(left).equals(opened))
                .ifPresent(ClusterSession::close);
    }
}

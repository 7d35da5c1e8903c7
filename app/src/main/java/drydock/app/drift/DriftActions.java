package drydock.app.drift;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.apply.Plan;
import drydock.app.apply.Target;
import drydock.app.dialog.Dialogs;
import drydock.app.live.LiveSession;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ManifestAccess;
import drydock.model.drift.Import;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Window;

/// What can be done with a project beside a live cluster: see what differs, apply, import.
public final class DriftActions {

    private static final int MOST_SAID = 20;

    private final Messages messages = Messages.of(DriftActions.class);
    private final Workspace workspace;
    private final Beside beside;
    private final Dialogs dialogs;
    private final Settings settings;
    private final Supplier<Window> owner;
    private final Runnable show;
    private final BooleanProperty unlocked = new SimpleBooleanProperty(this, "unlocked");

    /// @param show brings the list of differences to the front
    public DriftActions(
            Workspace workspace,
            Beside beside,
            Dialogs dialogs,
            Settings settings,
            Supplier<Window> owner,
            Runnable show) {
        this.workspace = workspace;
        this.beside = beside;
        this.dialogs = dialogs;
        this.settings = settings;
        this.owner = owner;
        this.show = show;
        workspace.sessionProperty().subscribe(_ -> {
            unlocked.unbind();
            unlocked.set(false);
            beside.session().ifPresent(live -> unlocked.bind(live.writable()));
        });
    }

    private ObservableBooleanValue besideCluster() {
        return Bindings.createBooleanBinding(
                () -> beside.session().isPresent(), workspace.sessionProperty(), beside.driftProperty());
    }

    public List<Action> actions() {
        return List.of(
                Action.of("showDrift", messages.get("drift.show"), show).withIcon("fth-columns"),
                applyAll(),
                applySelected(),
                importing());
    }

    /// Those that the list of differences has as buttons.
    public List<Action> ofAll() {
        return List.of(applyAll(), importing());
    }

    private Action applyAll() {
        return Action.of(
                        "applyAll",
                        messages.get("drift.applyAll"),
                        () -> plan(workspace.document().project().declarations().keySet()))
                .withIcon("fth-upload")
                .when(unlocked, Need.UNLOCKED);
    }

    /// Applies what is selected of the project.
    public Action applySelected() {
        return Action.of("applySelected", messages.get("drift.applySelected"), () -> plan(declared()))
                .withIcon("fth-upload")
                .when(
                        Bindings.createBooleanBinding(
                                () -> unlocked.get() && !declared().isEmpty(),
                                unlocked,
                                workspace.selection().objectsProperty(),
                                workspace.document().projectProperty()),
                        Need.UNLOCKED);
    }

    private Action importing() {
        return Action.of("importLive", messages.get("drift.import"), this::askWhatToImport)
                .withIcon("fth-download")
                .when(besideCluster(), Need.LIVE);
    }

    /// Takes what is selected from the cluster into the project.
    public Action takeSelected() {
        return Action.of("takeLive", messages.get("drift.take"), () -> take(selectedLive()))
                .withIcon("fth-download")
                .when(
                        Bindings.createBooleanBinding(
                                () -> !selectedLive().isEmpty(),
                                workspace.selection().objectsProperty(),
                                beside.driftProperty()),
                        Need.LIVE);
    }

    private List<ResourceId> declared() {
        Project project = workspace.document().project();
        return workspace.selection().objects().stream()
                .filter(id -> !project.declarations(id).isEmpty())
                .toList();
    }

    private List<ResourceId> selectedLive() {
        return workspace.selection().objects().stream()
                .filter(id -> Optional.ofNullable(
                                beside.driftProperty().get().objects().get(id))
                        .filter(drift -> switch (drift.state()) {
                            case DIFFERENT, ONLY_THERE -> true;
                            case SAME, ONLY_HERE -> false;
                        })
                        .isPresent())
                .toList();
    }

    /// Asks the server what would come of it, shows that, and does what is agreed to.
    private void plan(Collection<ResourceId> ids) {
        Optional<LiveSession> session = beside.session();
        if (session.isEmpty()) {
            return;
        }
        Project project = workspace.document().project();
        List<Target> targets = Target.of(project, ids);
        LiveSession live = session.get();
        workspace
                .messageProperty()
                .set(messages.get("drift.trying", targets.size(), live.info().name()));
        live.ask(cluster -> Plan.of(access(cluster.manifests()), project.schema(), targets))
                .then(plan -> {
                    workspace.messageProperty().set("");
                    new ApplyDialog(owner.get(), live.info(), plan)
                            .showAndWait()
                            .ifPresent(takenOver -> carryOut(live, plan, takenOver));
                })
                .otherwise(this::tell)
                .start();
    }

    private void carryOut(LiveSession live, Plan plan, Set<ResourceId> takenOver) {
        live.ask(cluster -> {
                    List<Plan.Result> results = new ArrayList<>();
                    plan.carryOut(access(cluster.manifests()), takenOver, result -> {
                        results.add(result);
                        workspace
                                .tasks()
                                .onScreen(() -> workspace
                                        .messageProperty()
                                        .set(messages.get(
                                                "drift.applying",
                                                result.id().kind(),
                                                result.id().name())));
                    });
                    return results;
                })
                .then(results -> done(live, results))
                .otherwise(this::tell)
                .start();
    }

    private void done(LiveSession live, List<Plan.Result> results) {
        List<Plan.Result> refused =
                results.stream().filter(result -> result.refusal().isPresent()).toList();
        workspace
                .messageProperty()
                .set(messages.get(
                        "drift.applied",
                        results.size() - refused.size(),
                        live.info().name()));
        if (!refused.isEmpty()) {
            dialogs.tell(
                    messages.get("drift.refused", refused.size(), live.info().name()),
                    refused.stream()
                            .limit(MOST_SAID)
                            .map(result ->
                                    result.id() + "\n" + words(result.refusal().orElseThrow()))
                            .collect(Collectors.joining("\n\n")));
        }
    }

    private static ManifestAccess access(Optional<ManifestAccess> access) {
        return access.orElseThrow(() -> new ClusterException(0, "NoApply", "this cluster takes no manifests"));
    }

    private void tell(Exception failure) {
        workspace.messageProperty().set("");
        dialogs.tell(
                messages.get("drift.failed"),
                failure instanceof ClusterException refused ? words(refused) : String.valueOf(failure.getMessage()));
    }

    /// A refusal in the server's words.
    static String words(ClusterException refused) {
        return refused.code() == 0
                ? String.valueOf(refused.getMessage())
                : refused.code() + " " + refused.reason() + ": " + refused.getMessage();
    }

    private void askWhatToImport() {
        beside.session()
                .ifPresent(live -> new ImportDialog(
                                owner.get(),
                                live,
                                workspace.document().project(),
                                beside.driftProperty().get())
                        .showAndWait()
                        .ifPresent(this::take));
    }

    /// Fetches the objects as they are now, whole, and makes manifests of them.
    private void take(List<ResourceId> ids) {
        beside.session()
                .ifPresent(live -> live.ask(cluster -> {
                            List<HasMetadata> objects = new ArrayList<>();
                            ids.forEach(id -> cluster.get(id).ifPresent(objects::add));
                            return objects;
                        })
                        .then(objects -> add(live, objects))
                        .otherwise(this::tell)
                        .start());
    }

    private void add(LiveSession live, List<HasMetadata> objects) {
        List<Edit> edits = Import.edits(
                workspace.document().project(), settings.preferences().placing(), objects);
        if (!edits.isEmpty() && workspace.perform(new Edit.Composite(edits), "edit.import")) {
            workspace.selection().select(objects.stream().map(ResourceId::of).toList());
            workspace
                    .messageProperty()
                    .set(messages.get(
                            "drift.imported", edits.size(), live.info().name()));
        }
    }
}

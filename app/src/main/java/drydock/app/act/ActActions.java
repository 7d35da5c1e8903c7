package drydock.app.act;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.activity.Activities;
import drydock.app.dialog.Dialogs;
import drydock.app.session.ClusterSession;
import drydock.app.session.Enduring;
import drydock.app.session.KnownRights;
import drydock.app.session.Right;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.stage.Window;
import javafx.util.Subscription;

/// What a user can do to an object of the cluster, and why not where it cannot be done.
public final class ActActions {

    private final Messages messages = Messages.of(ActActions.class);
    private final Workspace workspace;
    private final KnownRights known;
    private final Acts acts;
    /// Grows when something has changed that may decide what can be done.
    private final LongProperty changes = new SimpleLongProperty(this, "changes");
    private Subscription following = Subscription.EMPTY;

    public ActActions(
            Workspace workspace,
            KnownRights known,
            Dialogs dialogs,
            Settings settings,
            Activities activities,
            Supplier<Window> owner) {
        this.workspace = workspace;
        this.known = known;
        this.acts = new Acts(workspace, dialogs, settings, activities, owner);
        known.versionProperty().subscribe((_, _) -> changed());
        workspace.selection().objectsProperty().subscribe((_, _) -> changed());
        workspace.sessionProperty().subscribe(this::follow);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(now -> now.writable()
                        .subscribe((_, _) -> changed())
                        .and(now.observed().versionProperty().subscribe((_, _) -> changed())))
                .orElse(Subscription.EMPTY);
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /// What can be done to the one object that is selected.
    public List<Action> actions() {
        return Stream.of(Deed.values())
                .map(deed -> action(deed, () -> workspace.selection().single())
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> obstacle(
                                                        deed,
                                                        workspace.selection().single())
                                                .isEmpty(),
                                        changes),
                                () -> obstacle(deed, workspace.selection().single())))
                .toList();
    }

    /// What can be done to one object of the cluster: all that there is for its kind.
    public List<Action> actionsFor(ResourceId object) {
        Optional<ResourceId> it = Optional.of(object);
        return target(it).stream()
                .flatMap(target -> Stream.of(Deed.values()).filter(deed -> isOffered(deed, target)))
                .map(deed -> action(deed, () -> it)
                        .named(Bindings.createStringBinding(() -> name(deed, it), changes))
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> obstacle(deed, it).isEmpty(), changes),
                                () -> obstacle(deed, it)))
                .toList();
    }

    /// What keeps everything from being done to an object of a cluster that is shown; empty if nothing does.
    public Optional<String> lock() {
        return workspace
                .session()
                .filter(session -> !session.writable().get())
                .map(session -> (session.isRecorded() ? Need.RECORDED : Need.UNLOCKED).text());
    }

    private Action action(Deed deed, Supplier<Optional<ResourceId>> object) {
        Action action = Action.of(
                        deed.id(),
                        messages.get("act." + deed.id()),
                        () -> target(object.get()).ifPresent(target -> acts.ask(deed, target)))
                .withIcon(deed.icon());
        return deed.keys().isEmpty() ? action : action.withKeys(deed.keys());
    }

    /// A menu has no room for reasons beside this one.
    private String name(Deed deed, Optional<ResourceId> object) {
        String name = messages.get("act." + deed.id());
        return target(object).flatMap(target -> forbidden(deed, target)).isPresent()
                ? messages.get("act.forbidden.name", name)
                : name;
    }

    private Optional<Target> target(Optional<ResourceId> object) {
        return workspace
                .session()
                .flatMap(session -> object.flatMap(session.observed()::find).map(found -> new Target(session, found)));
    }

    /// Simulations are edited by the console's `kubectl edit`, and drained by its `kubectl drain`, which they record.
    private static boolean isOffered(Deed deed, Target target) {
        boolean isLive = !target.session().info().simulated();
        return switch (deed) {
            case EDIT -> isLive;
            case DRAIN -> target.session() instanceof Enduring && deed.fits(target.object());
            case SCALE, RESTART, ROLL_BACK, CORDON, UNCORDON, DELETE -> deed.fits(target.object());
        };
    }

    private Optional<String> obstacle(Deed deed, Optional<ResourceId> object) {
        Optional<Target> target = target(object);
        if (target.isEmpty()) {
            return Optional.of(Need.OBSERVED_OBJECT.text());
        }
        if (!isOffered(deed, target.get())) {
            return Optional.of(Need.FITTING_OBJECT.text());
        }
        return lock().or(() -> forbidden(deed, target.get()));
    }

    private Optional<String> forbidden(Deed deed, Target target) {
        return rights(deed, target.object()).stream()
                .flatMap(right -> {
                    var said = known.of(target.session(), right);
                    return said.allowed()
                            ? Stream.empty()
                            : Stream.of(said(right) + (said.reason().isEmpty() ? "" : " (" + said.reason() + ")"));
                })
                .findFirst();
    }

    private String said(Right right) {
        return right.namespace().isEmpty()
                ? messages.get("act.forbidden", right.verb(), right.resource())
                : messages.get("act.forbidden.in", right.verb(), right.resource(), right.namespace());
    }

    private static List<Right> rights(Deed deed, HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        ResourceKind kind = Kinds.of(object);
        return deed.rights(kind, id.namespace());
    }
}

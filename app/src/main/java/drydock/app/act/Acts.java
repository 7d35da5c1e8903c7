package drydock.app.act;

import drydock.app.activity.Activities;
import drydock.app.dialog.Dialogs;
import drydock.app.editor.YamlArea;
import drydock.app.session.ClusterSession;
import drydock.app.session.Enduring;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Asks about each thing that can be done to an object, lets it be done, and shows how it goes on.
final class Acts {

    private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    private final Messages messages = Messages.of(Acts.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Settings settings;
    private final Activities activities;
    private final Supplier<Window> owner;
    private final Following following;

    Acts(Workspace workspace, Dialogs dialogs, Settings settings, Activities activities, Supplier<Window> owner) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.settings = settings;
        this.activities = activities;
        this.owner = owner;
        this.following = new Following(activities, this::rollBack);
    }

    void ask(Deed deed, Target target) {
        switch (deed) {
            case SCALE -> scale(target);
            case RESTART -> restart(target);
            case ROLL_BACK -> rollBack(target);
            case EDIT -> edit(target);
            case CORDON -> close(target, true);
            case UNCORDON -> close(target, false);
            case DRAIN -> drain(target);
            case DELETE -> delete(target);
        }
    }

    private ChangeDialog.Place place(ClusterSession session) {
        return new ChangeDialog.Place(
                owner.get(), settings.clusterColour(session.info().server()));
    }

    private void say(Target target, String key, Object... arguments) {
        workspace
                .messageProperty()
                .set(messages.get(key, arguments) + " · "
                        + target.session().info().name());
    }

    private static Consequences consequences(Target target) {
        return new Consequences(target.session().observed());
    }

    private void scale(Target target) {
        new ScaleDialog(
                        place(target.session()),
                        target,
                        consequences(target).warningsOfScaling(target.object()),
                        wanted -> say(target, "act.scale.done", target.name(), wanted))
                .showAndWait();
    }

    private void restart(Target target) {
        Function<Cluster, HasMetadata> change = cluster -> {
            String now = cluster.now().truncatedTo(ChronoUnit.SECONDS).toString();
            Map<String, Object> metadata = Map.of("annotations", Map.of(RESTARTED, now));
            return cluster.patch(
                    target.id(),
                    new Patch(
                            Patch.Type.STRATEGIC,
                            JsonText.compact(Map.of("spec", Map.of("template", Map.of("metadata", metadata))))));
        };
        new SimpleDialog<>(
                        place(target.session()),
                        target,
                        messages.get("act.restart.title", target.name()),
                        messages.get("act.restart.do"),
                        messages.get("act.restart.text", target.name()),
                        restartWarnings(target.object()),
                        change,
                        after -> {
                            say(target, "act.restart.done", target.name());
                            following.rollout(target, after);
                        })
                .showAndWait();
    }

    private List<String> restartWarnings(HasMetadata workload) {
        return switch (workload) {
            case Deployment d
            when Boolean.TRUE.equals(d.getSpec().getPaused()) -> List.of(messages.get("act.restart.paused"));
            case Deployment d
            when d.getSpec().getStrategy() != null
                    && "Recreate".equals(d.getSpec().getStrategy().getType()) ->
                List.of(messages.get("act.restart.recreate"));
            case StatefulSet s
            when s.getSpec().getUpdateStrategy() != null
                    && "OnDelete".equals(s.getSpec().getUpdateStrategy().getType()) ->
                List.of(messages.get("act.restart.onDelete"));
            case DaemonSet s
            when s.getSpec().getUpdateStrategy() != null
                    && "OnDelete".equals(s.getSpec().getUpdateStrategy().getType()) ->
                List.of(messages.get("act.restart.onDelete"));
            default -> List.of();
        };
    }

    private void rollBack(Target target) {
        new RollBackDialog(place(target.session()), target, after -> {
                    say(target, "act.rollBack.done", target.name());
                    following.rollout(target, after);
                })
                .showAndWait();
    }

    private void close(Target target, boolean closes) {
        String deed = closes ? "act.cordon" : "act.uncordon";
        String body = "{\"spec\":{\"unschedulable\":" + (closes ? "true" : "null") + "}}";
        new SimpleDialog<HasMetadata>(
                        place(target.session()),
                        target,
                        messages.get(deed + ".title", target.id().name()),
                        messages.get(deed + ".do"),
                        messages.get(
                                deed + ".text",
                                target.id().name(),
                                target.object() instanceof Node node
                                        ? consequences(target).podsOn(node)
                                        : 0),
                        List.of(),
                        cluster -> cluster.patch(target.id(), new Patch(Patch.Type.MERGE, body)),
                        _ -> say(target, deed + ".done", target.id().name()))
                .showAndWait();
    }

    private void drain(Target target) {
        if (target.session() instanceof Enduring enduring) {
            new DrainDialog(place(target.session()), target, (pods, grace) -> drain(target, enduring, pods, grace))
                    .showAndWait();
        }
    }

    private void drain(Target target, Enduring enduring, List<Pod> pods, OptionalLong graceSeconds) {
        say(target, "act.cordon.done", target.id().name());
        activities.add(NodeDraining.begin(
                workspace.tasks(),
                target.session(),
                enduring,
                target.id().name(),
                pods,
                graceSeconds,
                () -> close(target, false)));
    }

    private void delete(Target target) {
        new DeleteDialog(place(target.session()), target, consequences(target), () -> following.deletion(target))
                .showAndWait();
    }

    /// Asks whether all of them are to be deleted; they are of one session.
    void deleteAll(List<Target> targets) {
        Target first = targets.getFirst();
        new DeleteManyDialog(place(first.session()), targets, consequences(first), () -> following.deletion(targets))
                .showAndWait();
    }

    /// The text is made of the object as the server has it now, all of it.
    private void edit(Target target) {
        target.session()
                .ask(cluster -> cluster.get(target.id())
                        .orElseThrow(
                                () -> new ClusterException(404, "NotFound", messages.get("act.gone", target.name()))))
                .then(object -> edit(target, object))
                .otherwise(failure -> dialogs.tell(
                        messages.get("act.edit.title", target.name()),
                        Refusal.of(failure).words()))
                .start();
    }

    private void edit(Target target, HasMetadata object) {
        YamlArea area = new YamlArea(workspace.tasks());
        new EditDialog(place(target.session()), target, object, area, dialogs, after -> {
                    say(target, "act.edit.done", target.name());
                    boolean isOtherwise = !Objects.equals(
                            after.getMetadata().getGeneration(),
                            object.getMetadata().getGeneration());
                    target.session()
                            .observed()
                            .find(target.id())
                            .filter(_ -> isOtherwise)
                            .ifPresent(known -> following.edited(target, known, after));
                })
                .showAndWait();
    }
}

package drydock.app.act;

import drydock.app.dialog.DifferenceList;
import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.difference.TextDifference;
import drydock.model.topology.PodTemplates;
import drydock.sim.kubectl.rollout.Revisions;
import drydock.sim.kubectl.rollout.Revisions.Revision;
import drydock.sim.kubectl.rollout.Undo;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lets the user choose the revision that a workload goes back to, and shows what that changes of its Pods.
final class RollBackDialog extends ChangeDialog {

    private static final int MOST_ROWS = 5;
    private static final double CHANGE_HEIGHT = 190;

    private final ListView<Revision> revisions = new ShortList<>(MOST_ROWS);
    private final VBox change = new VBox(4);
    private final Label chosen = text("");
    private final Consumer<HasMetadata> rolledBack;

    /// What is known of the workload by now.
    private record Found(HasMetadata workload, List<Revision> revisions) {}

    /// @param rolledBack told the workload as it is then
    RollBackDialog(Place place, Target target, Consumer<HasMetadata> rolledBack) {
        super(place, target, words().get("act.rollBack.title", target.name()), words().get("act.rollBack.do"));
        this.rolledBack = rolledBack;
        setResizable(true);
        getDialogPane().getStyleClass().add("wide");
        revisions.setId("act-revisions");
        revisions.setAccessibleText(messages().get("act.rollBack.revisions"));
        revisions.setPlaceholder(new Label(messages().get("act.rollBack.loading")));
        button().setDisable(true);
        show(text(messages().get("act.rollBack.text")), revisions, chosen, change);
        focus(revisions);
        target.session()
                .ask(this::find)
                .then(this::found)
                .otherwise(this::cannot)
                .start();
    }

    private Found find(Cluster cluster) {
        HasMetadata workload = workload(cluster);
        return new Found(
                workload,
                List.copyOf(Revisions.of(cluster, workload).descendingMap().values()));
    }

    private HasMetadata workload(Cluster cluster) {
        return cluster.get(target().id())
                .orElseThrow(
                        () -> new ClusterException(404, "NotFound", messages().get("act.gone", target().name())));
    }

    private void found(Found found) {
        Optional<PodTemplateSpec> now = PodTemplates.of(found.workload());
        revisions.setCellFactory(_ -> new RevisionCell(now));
        revisions.getItems().setAll(found.revisions());
        revisions.setPlaceholder(new Label(messages().get("act.rollBack.nothing")));
        revisions
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(revision -> Optional.ofNullable(revision).ifPresent(there -> choose(now, there)));
        found.revisions().stream()
                .filter(revision -> !isCurrent(now, revision))
                .findFirst()
                .or(() -> found.revisions().stream().findFirst())
                .ifPresent(revisions.getSelectionModel()::select);
    }

    private void choose(Optional<PodTemplateSpec> now, Revision revision) {
        boolean isCurrent = isCurrent(now, revision);
        button().setDisable(isCurrent);
        button().setText(messages().get("act.rollBack.to", String.valueOf(revision.number())));
        chosen.setText(
                isCurrent
                        ? messages().get("act.rollBack.current")
                        : messages().get("act.rollBack.happens", String.valueOf(revision.number())));
        TextDifference difference = TextDifference.of(
                "spec.template", now.map(ObjectText::yaml).orElse(""), ObjectText.yaml(revision.plainTemplate()));
        DifferenceList lines = new DifferenceList(List.of(difference));
        lines.setPrefHeight(CHANGE_HEIGHT);
        lines.setMinHeight(CHANGE_HEIGHT);
        if (isCurrent) {
            change.getChildren().clear();
        } else {
            change.getChildren().setAll(lines);
        }
        grow();
    }

    private static boolean isCurrent(Optional<PodTemplateSpec> now, Revision revision) {
        return now.filter(revision.plainTemplate()::equals).isPresent();
    }

    /// What is gone back from is looked at anew: somebody else may have rolled it out meanwhile.
    @Override
    Tasks.Work<?> change() {
        long number = revisions.getSelectionModel().getSelectedItem().number();
        return target().session().ask(cluster -> {
            HasMetadata workload = workload(cluster);
            return switch (Undo.of(cluster, workload, number)) {
                case Undo.Change(var patch) -> cluster.patch(target().id(), patch);
                case Undo.Skipped _ -> workload;
                case Undo.Failed(var why) -> throw new ClusterException(409, "Conflict", why);
            };
        });
    }

    @Override
    void done(Object answer) {
        rolledBack.accept((HasMetadata) answer);
    }

    /// One revision: its number, its images, when it came to be and why.
    private final class RevisionCell extends ListCell<Revision> {

        private final Optional<PodTemplateSpec> now;

        RevisionCell(Optional<PodTemplateSpec> now) {
            this.now = now;
            setMinWidth(0);
            setMaxWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Revision revision, boolean empty) {
            super.updateItem(revision, empty);
            setText(empty || revision == null ? null : words(revision));
        }

        private String words(Revision revision) {
            String images = revision.plainTemplate().getSpec().getContainers().stream()
                    .map(Container::getImage)
                    .collect(Collectors.joining(", "));
            String made = revision.holder().getMetadata().getCreationTimestamp();
            return messages()
                            .get(
                                    isCurrent(now, revision) ? "act.rollBack.line.now" : "act.rollBack.line",
                                    String.valueOf(revision.number()),
                                    images,
                                    made == null ? "" : made)
                    + revision.cause().map(cause -> " · " + cause).orElse("");
        }
    }
}

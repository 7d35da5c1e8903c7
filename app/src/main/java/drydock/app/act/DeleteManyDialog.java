package drydock.app.act;

import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/// Asks before several objects are deleted: which, and what goes with them. What the server refuses to delete stays in
/// the list, with its words; the others are gone by then.
final class DeleteManyDialog extends ChangeDialog {

    private static final int NOT_FOUND = 404;
    private static final double LIST_HEIGHT = 150;

    private final List<Target> targets;
    private final Runnable deleted;
    private final Set<ResourceId> gone = ConcurrentHashMap.newKeySet();
    private final ListView<String> list = new ListView<>();

    /// @param targets at least one, all of one session
    /// @param deleted told that all of them go
    DeleteManyDialog(Place place, List<Target> targets, Consequences consequences, Runnable deleted) {
        super(
                place,
                targets.getFirst(),
                words().get("act.deleteMany.title", targets.size()),
                words().get("act.delete.do"));
        this.targets = List.copyOf(targets);
        this.deleted = deleted;
        button().getStyleClass().add("danger");
        add(text(messages().get("act.deleteMany.text", targets.size())));
        list.setId("act-objects");
        list.getStyleClass().add("change-list");
        list.setMinHeight(LIST_HEIGHT);
        list.setPrefHeight(LIST_HEIGHT);
        listLeft();
        add(list);
        Set<String> warnings = new LinkedHashSet<>();
        Set<HasMetadata> with = new LinkedHashSet<>();
        targets.forEach(target -> {
            warnings.addAll(consequences.warningsOfDeleting(target.object()));
            with.addAll(consequences.with(target.object()));
        });
        targets.forEach(target -> with.remove(target.object()));
        warnings.forEach(words -> add(warning(words)));
        add(text(
                with.isEmpty()
                        ? messages().get("act.deleteMany.alone")
                        : messages().get("act.deleteMany.with", counted(with))));
        if (targets.stream()
                .anyMatch(target -> DeleteDialog.GRAVE.contains(target.object().getKind()))) {
            demandNumber(targets.size());
        }
    }

    private static String counted(Set<HasMetadata> with) {
        return Consequences.counted(new ArrayList<>(with)).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void demandNumber(int number) {
        TextField typed = new TextField();
        typed.setId("act-number");
        Label label = text(messages().get("act.deleteMany.number", number));
        label.setLabelFor(typed);
        add(label);
        add(typed);
        typed.textProperty().subscribe(now -> button().setDisable(!now.strip().equals(String.valueOf(number))));
        focus(typed);
    }

    private void listLeft() {
        list.getItems()
                .setAll(targets.stream()
                        .filter(target -> !gone.contains(target.id()))
                        .map(Target::name)
                        .toList());
    }

    /// One after the other, all of them; the first refusal is told when all were asked for.
    private static int delete(Cluster cluster, List<Target> targets, Set<ResourceId> gone) {
        List<ClusterException> refused = new ArrayList<>();
        for (Target target : targets) {
            try {
                cluster.delete(target.id(), Deletion.DEFAULT.ifUid(target.uid()));
                gone.add(target.id());
            } catch (ClusterException refusal) {
                if (refusal.code() == NOT_FOUND) {
                    gone.add(target.id());
                } else {
                    refused.add(refusal);
                }
            }
        }
        if (!refused.isEmpty()) {
            throw refused.getFirst();
        }
        return targets.size();
    }

    @Override
    Tasks.Work<?> change() {
        List<Target> left =
                targets.stream().filter(target -> !gone.contains(target.id())).toList();
        return target().session().ask(cluster -> delete(cluster, left, gone));
    }

    @Override
    void refused(Exception failure) {
        listLeft();
        super.refused(failure);
    }

    @Override
    void done(Object answer) {
        deleted.run();
    }
}

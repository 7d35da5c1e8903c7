package drydock.app.act;

import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_ROWS = 6;
    private static final int MOST_NAMES = 3;

    private final List<Target> targets;
    private final Runnable deleted;
    private final Set<ResourceId> gone = ConcurrentHashMap.newKeySet();
    private final ListView<String> list = new ShortList<>(MOST_ROWS);

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
        listLeft();
        add(list);
        Set<HasMetadata> going = new LinkedHashSet<>();
        targets.forEach(target -> {
            going.add(target.object());
            going.addAll(consequences.with(target.object()));
        });
        warn(consequences, going);
        Set<HasMetadata> with = new LinkedHashSet<>(going);
        targets.forEach(target -> with.remove(target.object()));
        add(text(
                with.isEmpty()
                        ? messages().get("act.deleteMany.alone")
                        : messages().get("act.deleteMany.with", Consequences.counted(with))));
        if (targets.stream()
                .anyMatch(target -> DeleteDialog.GRAVE.contains(target.object().getKind()))) {
            demandNumber(targets.size());
        }
    }

    /// What is to be thought of, each with the objects of which it is true.
    private void warn(Consequences consequences, Set<HasMetadata> going) {
        Map<String, List<String>> concerned = new LinkedHashMap<>();
        targets.forEach(target -> consequences
                .warningsOfDeleting(target.object(), going)
                .forEach(words ->
                        concerned.computeIfAbsent(words, _ -> new ArrayList<>()).add(target.name())));
        concerned.forEach(
                (words, names) -> add(warning(messages().get("act.deleteMany.warning", named(names), words))));
    }

    private String named(List<String> names) {
        String first = names.stream()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(messages().get("act.count.between")));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? messages().get("act.deleteMany.more", first, more) : first;
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

package drydock.app.act;

import drydock.app.task.Tasks;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Deletion.Propagation;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/// Asks before an object is deleted: what goes with it, and what becomes of that.
final class DeleteDialog extends ChangeDialog {

    /// Kinds with which much goes that does not come again: their name is to be typed.
    static final Set<String> GRAVE =
            Set.of("Namespace", "PersistentVolume", "PersistentVolumeClaim", "CustomResourceDefinition", "Node");

    private static final int MOST_ROWS = 4;

    private final ToggleGroup cascade = new ToggleGroup();
    private final CheckBox atOnce = new CheckBox(messages().get("act.delete.now"));
    private final Runnable deleted;

    /// @param deleted told that it goes
    DeleteDialog(Place place, Target target, Consequences consequences, Runnable deleted) {
        super(place, target, words().get("act.delete.title", target.name()), words().get("act.delete.do"));
        this.deleted = deleted;
        HasMetadata object = target.object();
        button().getStyleClass().add("danger");
        add(text(messages().get("act.delete.text", target.name())));
        consequences.warningsOfDeleting(object, List.of()).forEach(words -> add(warning(words)));
        showWith(consequences.with(object));
        if (object instanceof Pod) {
            atOnce.setId("act-now");
            atOnce.setWrapText(true);
            add(atOnce);
        }
        if (GRAVE.contains(object.getKind())) {
            demandName(target.id().name());
        }
    }

    private void showWith(List<HasMetadata> with) {
        if (with.isEmpty()) {
            add(text(messages().get("act.delete.alone")));
            return;
        }
        String counts = Consequences.counted(with);
        boolean isNamespace = target().object().getKind().equals("Namespace");
        add(text(messages().get(isNamespace ? "act.delete.inside" : "act.delete.with", counts)));
        ListView<String> list = new ShortList<>(MOST_ROWS);
        list.setId("act-with");
        list.setAccessibleText(counts);
        list.getItems()
                .setAll(with.stream()
                        .map(ResourceId::of)
                        .sorted()
                        .map(id -> id.kind() + " " + id.name())
                        .toList());
        add(list);
        if (!isNamespace) {
            for (Propagation way : List.of(Propagation.BACKGROUND, Propagation.FOREGROUND, Propagation.ORPHAN)) {
                RadioButton choice = new RadioButton(messages().get("act.delete." + way));
                choice.setId("act-cascade-" + way.name().toLowerCase(Locale.ROOT));
                choice.setWrapText(true);
                choice.setMinHeight(Region.USE_PREF_SIZE);
                choice.setUserData(way);
                choice.setToggleGroup(cascade);
                choice.setSelected(way == Propagation.BACKGROUND);
                add(choice);
            }
        }
    }

    private void demandName(String name) {
        TextField typed = new TextField();
        typed.setId("act-name");
        Label label = text(messages().get("act.delete.name", name));
        label.setLabelFor(typed);
        add(label);
        add(typed);
        typed.textProperty().subscribe(now -> button().setDisable(!now.equals(name)));
        focus(typed);
    }

    private Deletion deletion() {
        Propagation way = cascade.getSelectedToggle() == null
                ? Propagation.BACKGROUND
                : (Propagation) cascade.getSelectedToggle().getUserData();
        return new Deletion(atOnce.isSelected() ? OptionalLong.of(0) : OptionalLong.empty(), way, target().uid());
    }

    @Override
    Tasks.Work<?> change() {
        Deletion how = deletion();
        return target().session().ask(cluster -> cluster.delete(target().id(), how));
    }

    @Override
    void done(Object answer) {
        deleted.run();
    }
}

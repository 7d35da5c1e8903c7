package drydock.app.act;

import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterException;
import drydock.model.manifest.FieldPath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Asks how many replicas a workload is to have.
final class ScaleDialog extends ChangeDialog {

    private static final int MOST_REPLICAS = 100_000;
    private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Spinner<Integer> number;
    private final Label wrong = text("");
    private final Label happens = text("");
    private final int before;
    private final IntConsumer scaled;

    /// @param warnings who will set the number otherwise
    /// @param scaled told the new number
    ScaleDialog(Place place, Target target, List<String> warnings, IntConsumer scaled) {
        super(place, target, words().get("act.scale.title", target.name()), words().get("act.scale.do"));
        this.scaled = scaled;
        this.before = replicas(target.object());
        number = new Spinner<>(0, MOST_REPLICAS, before);
        number.setEditable(true);
        number.setId("dialog-number");
        TextField field = number.getEditor();
        field.textProperty().subscribe(this::typed);
        wrong.getStyleClass().add("form-problem");
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        show(text(messages().get("act.scale.text", target.name(), before)), number, wrong, happens);
        warnings.forEach(words -> add(warning(words)));
        focus(number);
    }

    private void typed(String text) {
        wrong.setText("");
        number.getEditor().pseudoClassStateChanged(WRONG, false);
        boolean isNumber = text.strip().matches("\\d{1,6}") && Integer.parseInt(text.strip()) <= MOST_REPLICAS;
        button().setDisable(!isNumber || Integer.parseInt(text.strip()) == before);
        if (!isNumber) {
            happens.setText(messages().get("act.scale.number", MOST_REPLICAS));
            return;
        }
        int wanted = Integer.parseInt(text.strip());
        String key = wanted == before ? "same" : wanted == 0 ? "none" : wanted > before ? "more" : "fewer";
        happens.setText(messages().get("act.scale." + key, Math.abs(wanted - before), before, wanted));
    }

    @Override
    Tasks.Work<?> change() {
        int wanted = Integer.parseInt(number.getEditor().getText().strip());
        return target().session().ask(cluster -> {
            var _ = cluster.scale(target().id(), wanted);
            return wanted;
        });
    }

    @Override
    void done(Object answer) {
        scaled.accept((Integer) answer);
    }

    @Override
    void accept(List<Refusal.Cause> causes) {
        wrong.setText(new Refusal(0, "", causes).at(REPLICAS));
        number.getEditor().pseudoClassStateChanged(WRONG, !wrong.getText().isEmpty());
    }

    @Override
    String elsewhere(Refusal refusal) {
        return refusal.elsewhere(List.of(REPLICAS));
    }

    static int replicas(HasMetadata object) {
        return switch (object) {
            case ReplicationController rc -> number(rc.getSpec().getReplicas());
            case ReplicaSet set -> number(set.getSpec().getReplicas());
            case Deployment deployment -> number(deployment.getSpec().getReplicas());
            case StatefulSet set -> number(set.getSpec().getReplicas());
            default -> throw new ClusterException(405, "MethodNotAllowed", object.getKind() + " is not scaled");
        };
    }

    private static int number(@Nullable Integer replicas) {
        return Objects.requireNonNullElse(replicas, 1);
    }
}

package drydock.app.traffic;

import drydock.app.dialog.DialogPlace;
import drydock.app.observe.Observed;
import drydock.app.text.Messages;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import javafx.util.StringConverter;

/// Asks what requests are to be sent: from where, to what, which path, and how many a second.
final class TrafficDialog extends Dialog<TrafficForm> {

    private static final List<String> RATES = List.of("1", "2", "5", "10", "20", "50", "100", "200", "500");
    private static final String RATE = "\\d{1,4}([.]\\d{1,3})?";
    private static final double MOST = 1_000;
    private static final double WIDTH = 320;

    private final Messages messages = Messages.of(TrafficDialog.class);
    private final TrafficForm form;
    private final ComboBox<Optional<ResourceId>> from = new ComboBox<>();
    private final ComboBox<String> to = new ComboBox<>();
    private final TextField path = new TextField();
    private final ComboBox<String> rate = new ComboBox<>();

    TrafficDialog(Window owner, TrafficForm form, Observed observed) {
        this.form = form;
        DialogPlace.over(owner, this);
        setTitle(messages.get(form.name().isEmpty() ? "traffic.title" : "traffic.title.change", form.name()));
        setHeaderText(getTitle());
        from.setId("traffic-from");
        from.getItems().setAll(senders(observed));
        from.setConverter(new SenderName());
        from.setValue(form.from());
        to.setId("traffic-to");
        to.setEditable(true);
        to.getItems().setAll(Destinations.of(observed));
        to.setValue(
                form.to().isEmpty() && !to.getItems().isEmpty() ? to.getItems().getFirst() : form.to());
        path.setId("traffic-path");
        path.setText(form.path());
        rate.setId("traffic-rate");
        rate.setEditable(true);
        rate.getItems().add(messages.get("traffic.once"));
        rate.getItems().addAll(RATES);
        rate.setValue(TrafficForm.rate(form.perSecond()));
        GridPane fields = new GridPane(12, 8);
        fields.addRow(0, new Label(messages.get("traffic.field.from")), from);
        fields.addRow(1, new Label(messages.get("traffic.field.to")), to);
        fields.addRow(2, new Label(messages.get("traffic.field.path")), path);
        fields.addRow(3, new Label(messages.get("traffic.field.rate")), rate);
        for (var field : List.of(from, to, path, rate)) {
            field.setPrefWidth(WIDTH);
        }
        getDialogPane().setContent(fields);
        ButtonType send = new ButtonType(messages.get("traffic.send"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(send, new ButtonType(messages.get("traffic.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        getDialogPane().lookupButton(send).disableProperty().bind(complete().not());
        setResultConverter(button -> button == send ? filled() : null);
    }

    private BooleanBinding complete() {
        return Bindings.createBooleanBinding(
                () -> to.getEditor().getText().matches("(service/|http://|tcp://)\\S+")
                        && path.getText().matches("/\\S*")
                        && perSecond().isPresent(),
                to.getEditor().textProperty(),
                path.textProperty(),
                rate.getEditor().textProperty());
    }

    private Optional<Double> perSecond() {
        String text = rate.getEditor().getText().strip();
        if (text.equals(messages.get("traffic.once"))) {
            return Optional.of(0.0);
        }
        return Optional.of(text)
                .filter(t -> t.matches(RATE))
                .map(Double::parseDouble)
                .filter(number -> number > 0 && number <= MOST);
    }

    private TrafficForm filled() {
        String target = to.getEditor().getText().strip().replaceFirst("/$", "");
        return new TrafficForm(
                form.name(),
                from.getValue(),
                target,
                path.getText(),
                perSecond().orElseThrow());
    }

    /// The world outside, and the Pods that run.
    private static List<Optional<ResourceId>> senders(Observed observed) {
        List<Optional<ResourceId>> senders = new ArrayList<>();
        senders.add(Optional.empty());
        observed.objects().stream()
                .filter(TrafficDialog::isRunning)
                .map(ResourceId::of)
                .sorted()
                .map(Optional::of)
                .forEach(senders::add);
        return senders;
    }

    private static boolean isRunning(HasMetadata object) {
        return object instanceof Pod pod
                && pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase());
    }

    /// What a sender is called.
    private final class SenderName extends StringConverter<Optional<ResourceId>> {

        @Override
        public String toString(Optional<ResourceId> sender) {
            return sender == null
                    ? ""
                    : sender.map(pod -> Kinds.POD.kind() + " " + pod.namespace() + "/" + pod.name())
                            .orElse(messages.get("traffic.outside"));
        }

        @Override
        public Optional<ResourceId> fromString(String text) {
            return Optional.empty();
        }
    }
}

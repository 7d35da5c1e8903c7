package drydock.app.act;

import drydock.app.dialog.DialogPlace;
import drydock.app.dialog.Dialogs;
import drydock.app.dialog.DifferenceList;
import drydock.app.editor.YamlArea;
import drydock.app.text.Messages;
import drydock.model.difference.TextDifference;
import drydock.model.difference.TextMerge;
import drydock.model.manifest.TextSpan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An object of a cluster as YAML: edited, tried by the server, shown with its difference, and only then written.
///
/// **Nothing typed is lost.** A refusal leads back to the text, each word of the server at its line. Where the object
/// was changed meanwhile, what was changed is shown, and the text can go on with it or without. Closing a changed text
/// asks.
final class EditDialog extends Dialog<Void> {

    private static final double WIDTH = 920;
    private static final double HEIGHT = 640;
    private static final double MARGIN = 40;
    private static final double LEAST = 360;

    private final Messages messages = Messages.of(EditDialog.class);
    private final Target target;
    private final Dialogs dialogs;
    private final Consumer<HasMetadata> written;
    private final RemarkedText text;
    private final Label how = ChangeDialog.text("");
    private final ProgressIndicator waits = new ProgressIndicator();
    private final VBox middle = new VBox(6);
    private final EditButtons buttons;
    private final Writing writing;
    private ObjectText base;
    private ObjectText theirs = new ObjectText("", Map.of(), Map.of());
    private ObjectText expected = new ObjectText("", Map.of(), Map.of());
    private EditButtons.Step step = EditButtons.Step.TEXT;
    private boolean saved;

    /// @param object as the server has it now
    /// @param written told the object as it is when it was written
    EditDialog(
            ChangeDialog.Place place,
            Target target,
            HasMetadata object,
            YamlArea area,
            Dialogs dialogs,
            Consumer<HasMetadata> written) {
        this.target = target;
        this.dialogs = dialogs;
        this.written = written;
        this.base = ObjectText.of(object);
        this.text = new RemarkedText(area, base.yaml(), messages);
        this.buttons = new EditButtons(
                getDialogPane(), messages, target.session().info().name());
        this.writing = new Writing(target, messages);
        DialogPlace.over(place.owner(), this);
        setTitle(messages.get("act.edit.title", target.name()));
        setHeaderText(getTitle());
        setResizable(true);
        VBox.setVgrow(middle, Priority.ALWAYS);
        how.setId("act-how");
        how.setMaxWidth(Double.MAX_VALUE);
        waits.getStyleClass().add("change-waits");
        waits.setVisible(false);
        waits.managedProperty().bind(waits.visibleProperty());
        VBox content = new VBox(
                8, ChangeDialog.cluster(place.colour(), target.session().info()), how, middle, text.wrongs(), waits);
        content.getStyleClass().add("change");
        getDialogPane().setContent(content);
        getDialogPane().getStyleClass().add("wide");
        getDialogPane()
                .setPrefSize(
                        Math.clamp(place.owner().getWidth() - MARGIN, LEAST, WIDTH),
                        Math.clamp(place.owner().getHeight() - MARGIN, LEAST, HEIGHT));
        buttons.setOn(this::tryOut, this::write, this::goBack, this::takeOver);
        setOnCloseRequest(this::closing);
        showText();
        setOnShown(_ -> Platform.runLater(text::requestFocus));
    }

    private void closing(Event event) {
        boolean isChanged = !saved && !text.text().equals(base.yaml());
        if (isChanged
                && !dialogs.confirm(
                        messages.get("act.edit.discard", target.name()),
                        messages.get("act.edit.discard.text"),
                        messages.get("act.edit.discard.do"))) {
            event.consume();
        }
    }

    private void show(EditButtons.Step next, String words, Node... parts) {
        step = next;
        how.setText(words);
        middle.getChildren().setAll(parts);
        text.setShown(next == EditButtons.Step.TEXT);
        buttons.show(next);
        if (next == EditButtons.Step.TEXT) {
            text.requestFocus();
        } else {
            buttons.requestFocus();
        }
    }

    private void showText() {
        show(EditButtons.Step.TEXT, messages.get("act.edit.how"), text.area());
    }

    /// Who keeps to the own text where it was changed meanwhile sets that back; the review shows it.
    private void goBack() {
        if (step == EditButtons.Step.CHANGED_MEANWHILE) {
            base = theirs;
        }
        showText();
    }

    private void setWaiting(boolean waiting) {
        waits.setVisible(waiting);
        buttons.setWaiting(waiting);
        text.setEditable(!waiting);
    }

    private EditedObject edited() {
        return new EditedObject(base, text.text());
    }

    private void tryOut() {
        text.remark(List.of());
        EditedObject edited = edited();
        setWaiting(true);
        writing.tryOut(edited)
                .then(outcome -> {
                    setWaiting(false);
                    tried(edited, outcome);
                })
                .otherwise(this::failed)
                .start();
    }

    private void tried(EditedObject edited, Writing.Outcome outcome) {
        switch (outcome) {
            case Writing.Done(var object) -> review(edited, ObjectText.of(object));
            case Writing.Unreadable(var found) -> text.remark(found);
            case Writing.Refused(var refusal) -> refused(edited, refusal);
            case Writing.Meanwhile(var now) -> meanwhile(ObjectText.of(now));
            case Writing.Gone _ -> gone();
        }
    }

    private void review(EditedObject edited, ObjectText answer) {
        expected = answer;
        TextDifference difference = TextDifference.of(target.name(), base.yaml(), answer.yaml());
        List<Node> parts = new ArrayList<>();
        edited.dropped(answer).stream()
                .map(Object::toString)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(fields -> parts.add(ChangeDialog.warning(messages.get("act.edit.dropped", fields))));
        if (difference.lines().isEmpty()) {
            parts.add(ChangeDialog.text(messages.get("act.edit.same")));
        } else {
            parts.add(differences(difference));
        }
        show(
                EditButtons.Step.REVIEW,
                messages.get("act.edit.tried", target.session().info().name()),
                parts.toArray(Node[]::new));
        buttons.setSame(difference.lines().isEmpty());
    }

    private static Node differences(TextDifference difference) {
        DifferenceList lines = new DifferenceList(List.of(difference));
        lines.setMinHeight(0);
        VBox.setVgrow(lines, Priority.ALWAYS);
        return lines;
    }

    private void write() {
        EditedObject edited = edited();
        setWaiting(true);
        writing.write(edited, expected)
                .then(outcome -> {
                    setWaiting(false);
                    if (outcome instanceof Writing.Done(var object)) {
                        saved = true;
                        written.accept(object);
                        close();
                    } else {
                        tried(edited, outcome);
                    }
                })
                .otherwise(this::failed)
                .start();
    }

    /// What the server refuses leads back to the text.
    private void refused(EditedObject edited, Refusal refusal) {
        List<EditedObject.Wrong> found = new ArrayList<>();
        for (Refusal.Cause cause : refusal.causes()) {
            found.add(new EditedObject.Wrong(edited.span(cause.field()), cause.words()));
        }
        if (found.isEmpty()) {
            String words = refusal.isLost()
                    ? messages.get("act.lost", target.session().info().name(), refusal.words())
                    : refusal.words();
            found.add(new EditedObject.Wrong(new TextSpan(0, 0, 1, 1), words));
        }
        text.remark(found);
        showText();
    }

    private void failed(Exception failure) {
        setWaiting(false);
        refused(edited(), Refusal.of(failure));
    }

    private void gone() {
        text.remark(List.of(new EditedObject.Wrong(new TextSpan(0, 0, 1, 1), messages.get("act.gone", target.name()))));
        showText();
    }

    /// Somebody else has changed the object: what, and how to go on. The text goes on from theirs from now on.
    private void meanwhile(ObjectText now) {
        theirs = now;
        TextMerge merged = TextMerge.of(base.yaml(), text.text(), now.yaml());
        String clashes = merged.clashes().isEmpty()
                ? ""
                : " "
                        + messages.get(
                                "act.edit.clashes",
                                merged.clashes().size(),
                                merged.clashes().stream()
                                        .map(clash -> String.valueOf(clash.line()))
                                        .collect(Collectors.joining(", ")));
        show(
                EditButtons.Step.CHANGED_MEANWHILE,
                messages.get("act.edit.meanwhile") + clashes,
                differences(TextDifference.of(target.name(), base.yaml(), now.yaml())));
    }

    /// Puts what they changed into the text; of lines that both changed, what was typed stays.
    private void takeOver() {
        TextMerge merged = TextMerge.of(base.yaml(), text.text(), theirs.yaml());
        base = theirs;
        text.setText(merged.text());
        showText();
        List<EditedObject.Wrong> clashes = merged.clashes().stream()
                .map(clash -> new EditedObject.Wrong(
                        text.line(clash.line()), messages.get("act.edit.clash", String.join("\n", clash.other()))))
                .toList();
        text.remark(clashes);
    }
}

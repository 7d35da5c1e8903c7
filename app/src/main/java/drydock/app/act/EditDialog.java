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
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
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

    /// What the dialog shows at a moment.
    private enum Step {
        TEXT,
        REVIEW,
        CHANGED_MEANWHILE
    }

    private final Messages messages = Messages.of(EditDialog.class);
    private final Target target;
    private final Dialogs dialogs;
    private final Consumer<HasMetadata> written;
    private final YamlArea area;
    private final Label how = ChangeDialog.text("");
    private final ListView<EditedObject.Wrong> wrongs = new ListView<>();
    private final ProgressIndicator waits = new ProgressIndicator();
    private final VBox middle = new VBox(6);
    private final ButtonType review = button("act.edit.review", ButtonBar.ButtonData.OK_DONE);
    private final ButtonType save = button("act.edit.save", ButtonBar.ButtonData.OK_DONE);
    private final ButtonType merge = button("act.edit.merge", ButtonBar.ButtonData.OK_DONE);
    private final ButtonType back = button("act.edit.back", ButtonBar.ButtonData.OTHER);
    private final Writing writing;
    private ObjectText base;
    private ObjectText theirs = new ObjectText("", Map.of(), Map.of());
    private ObjectText expected = new ObjectText("", Map.of(), Map.of());
    private Step step = Step.TEXT;
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
        this.area = area;
        this.base = ObjectText.of(object);
        this.writing = new Writing(target, messages);
        DialogPlace.over(place.owner(), this);
        setTitle(messages.get("act.edit.title", target.name()));
        setHeaderText(getTitle());
        setResizable(true);
        area.setId("act-text");
        area.setText(base.yaml());
        area.forgetHistory();
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox.setVgrow(area, Priority.ALWAYS);
        area.setMinHeight(0);
        how.setId("act-how");
        how.setMaxWidth(Double.MAX_VALUE);
        wrongs.setId("act-wrongs");
        wrongs.setAccessibleText(messages.get("act.edit.wrongs"));
        wrongs.setCellFactory(_ -> new WrongCell());
        wrongs.getStyleClass().add("act-wrongs");
        waits.getStyleClass().add("change-waits");
        waits.setVisible(false);
        for (Node node : List.of(wrongs, waits)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        VBox content = new VBox(
                8, ChangeDialog.cluster(place.colour(), target.session().info()), how, middle, wrongs, waits);
        content.getStyleClass().add("change");
        getDialogPane().setContent(content);
        getDialogPane().getStyleClass().add("wide");
        getDialogPane()
                .setPrefSize(
                        Math.clamp(place.owner().getWidth() - MARGIN, LEAST, WIDTH),
                        Math.clamp(place.owner().getHeight() - MARGIN, LEAST, HEIGHT));
        getDialogPane()
                .getButtonTypes()
                .setAll(
                        back,
                        merge,
                        review,
                        save,
                        new ButtonType(messages.get("act.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        button(review, "act-review", this::tryOut);
        button(save, "act-save", this::write);
        button(back, "act-back", this::goBack);
        button(merge, "act-merge", this::takeOver);
        button(save)
                .setText(messages.get("act.edit.save", target.session().info().name()));
        setOnCloseRequest(this::closing);
        showText();
        setOnShown(_ -> Platform.runLater(area.area()::requestFocus));
    }

    private ButtonType button(String key, ButtonBar.ButtonData data) {
        return new ButtonType(messages.get(key), data);
    }

    private Button button(ButtonType type) {
        return (Button) getDialogPane().lookupButton(type);
    }

    private void button(ButtonType type, String id, Runnable action) {
        Button button = button(type);
        button.setId(id);
        button.managedProperty().bind(button.visibleProperty());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            action.run();
        });
    }

    private void closing(Event event) {
        boolean isChanged = !saved && !area.text().equals(base.yaml());
        if (isChanged
                && !dialogs.confirm(
                        messages.get("act.edit.discard", target.name()),
                        messages.get("act.edit.discard.text"),
                        messages.get("act.edit.discard.do"))) {
            event.consume();
        }
    }

    private void show(Step next, String words, Node... parts) {
        step = next;
        how.setText(words);
        middle.getChildren().setAll(parts);
        wrongs.setVisible(next == Step.TEXT && !wrongs.getItems().isEmpty());
        button(back).setText(messages.get(next == Step.CHANGED_MEANWHILE ? "act.edit.mine" : "act.edit.back"));
        button(review).setVisible(next == Step.TEXT);
        button(save).setVisible(next == Step.REVIEW);
        button(back).setVisible(next != Step.TEXT);
        button(merge).setVisible(next == Step.CHANGED_MEANWHILE);
        button(review).setDefaultButton(next == Step.TEXT);
        button(save).setDefaultButton(next == Step.REVIEW);
        button(merge).setDefaultButton(next == Step.CHANGED_MEANWHILE);
        // a button that goes would leave the keys to the next one, which goes back
        Node first = switch (next) {
            case TEXT -> area.area();
            case REVIEW -> button(save);
            case CHANGED_MEANWHILE -> button(merge);
        };
        first.requestFocus();
    }

    private void showText() {
        show(Step.TEXT, messages.get("act.edit.how"), area);
    }

    /// Who keeps to the own text where it was changed meanwhile sets that back; the review shows it.
    private void goBack() {
        if (step == Step.CHANGED_MEANWHILE) {
            base = theirs;
        }
        showText();
    }

    private void setWaiting(boolean waiting) {
        waits.setVisible(waiting);
        for (ButtonType type : List.of(review, save, back, merge)) {
            button(type).setDisable(waiting);
        }
        area.area().setEditable(!waiting);
    }

    private EditedObject edited() {
        return new EditedObject(base, area.text());
    }

    private void tryOut() {
        remark(List.of());
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
            case Writing.Unreadable(var found) -> remark(found);
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
        show(Step.REVIEW, messages.get("act.edit.tried", target.session().info().name()), parts.toArray(Node[]::new));
        button(save).setDisable(difference.lines().isEmpty());
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
        remark(found);
        showText();
    }

    private void failed(Exception failure) {
        setWaiting(false);
        refused(edited(), Refusal.of(failure));
    }

    private void gone() {
        remark(List.of(new EditedObject.Wrong(new TextSpan(0, 0, 1, 1), messages.get("act.gone", target.name()))));
        showText();
    }

    private void remark(List<EditedObject.Wrong> found) {
        wrongs.getItems().setAll(found);
        wrongs.setVisible(!found.isEmpty() && step == Step.TEXT);
        area.remark(found.stream()
                .filter(wrong -> wrong.span().length() > 0)
                .map(wrong ->
                        new YamlArea.Remark(wrong.span().start(), wrong.span().end(), wrong.words()))
                .toList());
    }

    /// Somebody else has changed the object: what, and how to go on. The text goes on from theirs from now on.
    private void meanwhile(ObjectText now) {
        theirs = now;
        TextMerge merged = TextMerge.of(base.yaml(), area.text(), now.yaml());
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
                Step.CHANGED_MEANWHILE,
                messages.get("act.edit.meanwhile") + clashes,
                differences(TextDifference.of(target.name(), base.yaml(), now.yaml())));
    }

    /// Puts what they changed into the text; of lines that both changed, what was typed stays.
    private void takeOver() {
        TextMerge merged = TextMerge.of(base.yaml(), area.text(), theirs.yaml());
        base = theirs;
        area.setText(merged.text());
        showText();
        List<EditedObject.Wrong> clashes = merged.clashes().stream()
                .map(clash -> new EditedObject.Wrong(
                        line(clash.line()), messages.get("act.edit.clash", String.join("\n", clash.other()))))
                .toList();
        remark(clashes);
    }

    private TextSpan line(int line) {
        int at = Math.min(line, area.area().getParagraphs().size()) - 1;
        int start = area.area().getAbsolutePosition(at, 0);
        return new TextSpan(start, start + area.area().getParagraphLength(at), at + 1, 1);
    }

    /// A line of what is wrong; a click leads to its place.
    private final class WrongCell extends ListCell<EditedObject.Wrong> {

        WrongCell() {
            setWrapText(true);
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (getItem() != null && getItem().span().length() > 0) {
                    area.area()
                            .selectRange(
                                    getItem().span().start(), getItem().span().end());
                    area.area().requestFollowCaret();
                    area.area().requestFocus();
                }
            });
        }

        @Override
        protected void updateItem(EditedObject.Wrong wrong, boolean empty) {
            super.updateItem(wrong, empty);
            setText(
                    empty || wrong == null
                            ? null
                            : wrong.span().length() > 0
                                    ? messages.get(
                                            "act.edit.wrong",
                                            String.valueOf(wrong.span().line()),
                                            wrong.words())
                                    : wrong.words());
        }
    }
}

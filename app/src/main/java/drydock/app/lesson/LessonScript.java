package drydock.app.lesson;

import drydock.app.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lines of a lesson's script, each with a sign of how it stands.
final class LessonScript extends VBox {

    private final Messages messages = Messages.of(LessonScript.class);
    private final LessonRun run;
    private final List<Label> signs = new ArrayList<>();
    private final ListChangeListener<LessonRun.State> listener = _ -> refresh();

    LessonScript(LessonRun run, Lesson lesson) {
        super(2);
        this.run = run;
        Label heading = new Label(messages.get("lesson.script"));
        heading.getStyleClass().add("lesson-heading");
        getChildren().add(heading);
        lesson.lines().forEach(this::add);
        run.states().addListener(new WeakListChangeListener<>(listener));
        refresh();
    }

    private void add(LessonLine line) {
        if (!line.comment().isEmpty()) {
            Label comment = new Label(line.comment());
            comment.setWrapText(true);
            comment.getStyleClass().add("lesson-comment");
            getChildren().add(comment);
        }
        Label sign = new Label();
        sign.setMinWidth(16);
        sign.getStyleClass().add("lesson-sign");
        signs.add(sign);
        Label text = new Label(line.text());
        text.setWrapText(true);
        text.getStyleClass().addAll("lesson-line", line.expects() ? "expects" : "types");
        HBox row = new HBox(4, sign, text);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().add(row);
    }

    private void refresh() {
        for (int i = 0; i < Math.min(signs.size(), run.states().size()); i++) {
            LessonRun.State state = run.states().get(i);
            Label sign = signs.get(i);
            sign.setText(
                    switch (state) {
                        case WAITING -> "";
                        case RUNNING -> "▸";
                        case DONE -> "✓";
                        case FAILED -> "✗";
                    });
            sign.setAccessibleText(messages.get("lesson.state." + state.name().toLowerCase(Locale.ROOT)));
            sign.pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), state == LessonRun.State.FAILED);
        }
    }
}

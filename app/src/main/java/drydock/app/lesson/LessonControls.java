package drydock.app.lesson;

import drydock.app.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Plays a lesson's script: the next line, all, or no more.
final class LessonControls extends FlowPane {

    LessonControls(LessonRun run, int lines) {
        super(8, 4);
        Messages messages = Messages.of(LessonControls.class);
        Button step = new Button(messages.get("lesson.step"));
        step.setId("lesson-step");
        step.getStyleClass().add("accent");
        step.setOnAction(_ -> run.step());
        step.disableProperty().bind(run.busyProperty().or(run.nextProperty().greaterThanOrEqualTo(lines)));
        Button play = new Button();
        play.setId("lesson-play");
        play.textProperty()
                .bind(Bindings.when(run.playingProperty())
                        .then(messages.get("lesson.pause"))
                        .otherwise(messages.get("lesson.play")));
        play.setOnAction(_ -> {
            if (run.playingProperty().get()) {
                run.pause();
            } else {
                run.play();
            }
        });
        play.disableProperty()
                .bind(run.nextProperty()
                        .greaterThanOrEqualTo(lines)
                        .and(run.playingProperty().not()));
        Label count = new Label();
        count.setId("lesson-count");
        count.getStyleClass().add("text-muted");
        count.textProperty().bind(run.nextProperty().map(next -> messages.get("lesson.count", next.intValue(), lines)));
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(8, 12, 8, 12));
        step.setMinWidth(USE_PREF_SIZE);
        play.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox(8, step, play);
        getChildren().addAll(buttons, count);
    }
}

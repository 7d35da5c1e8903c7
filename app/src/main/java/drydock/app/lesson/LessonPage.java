package drydock.app.lesson;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a lesson says: what to do and what to see.
final class LessonPage extends VBox {

    LessonPage(Lesson lesson) {
        super(4);
        Label title = new Label(lesson.title());
        title.setWrapText(true);
        title.getStyleClass().add("title-4");
        getChildren().add(title);
        for (String line : lesson.text()) {
            getChildren().add(label(line.replace("`", "")));
        }
    }

    private static Label label(String line) {
        boolean heading = line.startsWith("## ");
        Label label = new Label(heading ? line.substring(3) : line.replaceFirst("^- ", "•  "));
        label.setWrapText(true);
        label.getStyleClass().add(heading ? "lesson-heading" : "lesson-text");
        return label;
    }
}

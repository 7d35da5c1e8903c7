package drydock.app.lesson;

import drydock.app.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The panel of the lessons: a list of them, or the one that is open.
public final class LessonsView extends BorderPane {

    private final Messages messages = Messages.of(LessonsView.class);
    private final LessonRun run;
    private final List<Lesson> lessons;
    private Consumer<Lesson> chosen = _ -> {};

    LessonsView(LessonRun run, List<Lesson> lessons) {
        this.run = run;
        this.lessons = List.copyOf(lessons);
        setId("lessons");
        getStyleClass().add("lessons");
        showAll();
    }

    /// What a press on a lesson does.
    void setOnChosen(Consumer<Lesson> handler) {
        chosen = handler;
    }

    /// Shows the list.
    void showAll() {
        Label intro = new Label(messages.get(lessons.isEmpty() ? "lesson.none" : "lesson.intro"));
        intro.setWrapText(true);
        intro.getStyleClass().add("text-muted");
        VBox list = new VBox(4, intro);
        list.setPadding(new Insets(8, 12, 8, 12));
        for (Lesson lesson : lessons) {
            Hyperlink link = new Hyperlink(lesson.title());
            link.setId("lesson-" + lesson.id());
            link.setWrapText(true);
            link.setOnAction(_ -> {
                link.setVisited(false);
                chosen.accept(lesson);
            });
            list.getChildren().add(link);
        }
        setTop(null);
        setBottom(null);
        setCenter(scrolling(list));
    }

    /// Shows one lesson.
    void show(Lesson lesson) {
        Hyperlink back = new Hyperlink(messages.get("lesson.all"));
        back.setId("lesson-back");
        back.setOnAction(_ -> showAll());
        LessonScript script = new LessonScript(run, lesson);
        VBox page = new VBox(6, new LessonPage(lesson), script);
        page.setPadding(new Insets(4, 12, 12, 12));
        setTop(back);
        setMargin(back, new Insets(6, 12, 0, 12));
        setCenter(scrolling(page));
        setBottom(new LessonControls(run, lesson.lines().size()));
    }

    private static Node scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }
}

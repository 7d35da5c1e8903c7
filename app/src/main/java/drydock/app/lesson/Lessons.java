package drydock.app.lesson;

import drydock.app.action.Action;
import drydock.app.files.ProjectFiles;
import drydock.app.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;

/// The lessons that come with the program: how they are found, offered and opened.
public final class Lessons {

    private final Messages messages = Messages.of(Lessons.class);
    private final ProjectFiles files;
    private final LessonRun run;
    private final Runnable bring;
    private final List<Lesson> lessons;
    private final LessonsView view;

    /// @param bring brings the panel of the lessons to the front
    public Lessons(ProjectFiles files, LessonRun run, Runnable bring) {
        this.files = files;
        this.run = run;
        this.bring = bring;
        this.lessons = LessonShelf.find()
                .map((Path shelf) -> Lesson.all(shelf, Locale.getDefault()))
                .orElse(List.of());
        this.view = new LessonsView(run, lessons);
        view.setOnChosen(this::open);
    }

    /// The panel.
    public LessonsView view() {
        return view;
    }

    /// The list of all lessons.
    public Action list() {
        return Action.of("lessons", messages.get("lesson.list"), () -> {
                    view.showAll();
                    bring.run();
                })
                .withIcon("fth-book-open");
    }

    /// Each lesson, to be opened.
    public List<Action> actions() {
        return lessons.stream()
                .map(lesson -> Action.of("lesson-" + lesson.id(), lesson.title(), () -> open(lesson)))
                .toList();
    }

    /// All of them as a menu.
    public Menu menu() {
        Menu menu = new Menu(messages.get("lesson.menu"));
        menu.setId("menu-lessons");
        menu.getItems().setAll(actions().stream().map(Action::menuItem).toList());
        menu.setDisable(lessons.isEmpty());
        return menu;
    }

    private void open(Lesson lesson) {
        files.openCopy(lesson.folder(), lesson.title(), () -> {
            run.open(lesson.lines());
            view.show(lesson);
            bring.run();
        });
    }
}

package drydock.app.editor;

import drydock.app.fix.Fixing;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.assist.FieldNote;
import drydock.model.assist.FieldNotes;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.FieldTexts;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.robot.Robot;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says what the field under the pointer means, and what is wrong there.
final class Explaining {

    private static final Duration DELAY = Duration.ofMillis(400);

    /// How long the way from the text to a fix in the card may take.
    private static final javafx.util.Duration LEAVING = javafx.util.Duration.millis(300);

    private final Workspace workspace;
    private final CodeArea area;
    private final TextInStep text;
    private final ProblemMarks problems;
    private final Fixing fixing;
    private final PauseTransition leaving = new PauseTransition(LEAVING);
    private final Messages messages = Messages.of(Explaining.class);
    private final FieldWords words = new FieldWords(messages);
    private final VBox card = new VBox();
    private final Popup popup = new Popup();
    private final Robot pointer = new Robot();
    private int asked;

    Explaining(Workspace workspace, CodeArea area, TextInStep text, ProblemMarks problems, Fixing fixing) {
        this.fixing = fixing;
        this.workspace = workspace;
        this.area = area;
        this.text = text;
        this.problems = problems;
        card.setId("explanation");
        card.getStyleClass().add("explanation");
        popup.getContent().setAll(card);
        popup.setAutoHide(true);
        area.setMouseOverTextDelay(DELAY);
        area.addEventHandler(
                MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                event -> explain(event.getCharacterIndex(), event.getScreenPosition()));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> leaving.playFromStart());
        leaving.setOnFinished(_ -> {
            if (isPointedAt()) {
                leaving.playFromStart();
            } else {
                hide();
            }
        });
        area.plainTextChanges().subscribe(_ -> hide());
    }

    /// Explains what the caret is in.
    void explainAtCaret() {
        area.getCaretBounds()
                .ifPresent(at -> explain(area.getCaretPosition(), new Point2D(at.getMinX(), at.getMinY())));
    }

    /// Asked of the pointer itself: a popup is not always told that the pointer has left it.
    private boolean isPointedAt() {
        return popup.isShowing() && card.localToScreen(card.getLayoutBounds()).contains(pointer.getMousePosition());
    }

    private void hide() {
        leaving.stop();
        asked++;
        popup.hide();
    }

    private void explain(int position, Point2D screen) {
        Optional<ManifestFile> file = text.file();
        if (file.isEmpty()) {
            return;
        }
        leaving.stop();
        int question = ++asked;
        List<Finding> findings = problems.at(position);
        Schema schema = workspace.document().project().schema();
        int inFile = text.ends().inFile(position);
        workspace
                .tasks()
                .work(() -> FieldNotes.at(schema, file.get().text(), inFile))
                .then(note -> {
                    if (question == asked) {
                        show(findings, note, screen);
                    }
                })
                .start();
    }

    private void show(List<Finding> findings, Optional<FieldNote> note, Point2D screen) {
        card.getChildren().clear();
        findings.forEach(this::add);
        note.ifPresent(this::add);
        if (card.getChildren().isEmpty() || area.getScene() == null) {
            popup.hide();
        } else {
            popup.show(area, screen.getX(), screen.getY() + 20);
        }
    }

    private void add(Finding finding) {
        Locale locale = Locale.getDefault();
        Label message = line(
                messages.get("severity." + finding.severity()) + ": " + finding.message(locale),
                "severity",
                finding.severity().name().toLowerCase(Locale.ROOT));
        card.getChildren().add(message);
        String advice = finding.advice(locale);
        if (!advice.isEmpty()) {
            card.getChildren().add(line(advice, "text-muted"));
        }
        finding.fixes().forEach(fix -> card.getChildren().add(link(fix)));
    }

    private Hyperlink link(Fix fix) {
        Hyperlink link = new Hyperlink(fix.title(Locale.getDefault()), new FontIcon("fth-tool"));
        link.getStyleClass().add("explanation-fix");
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> {
            hide();
            fixing.make(fix);
        });
        return link;
    }

    private void add(FieldNote note) {
        card.getChildren().add(line(note.path().toString(), "explanation-title"));
        card.getChildren().add(line(words.line(note.definition(), note.field()), "text-muted"));
        FieldTexts.of(note.definition(), note.field(), Locale.getDefault())
                .ifPresent(explanation -> card.getChildren().add(line(explanation, "explanation-text")));
    }

    private static Label line(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }
}

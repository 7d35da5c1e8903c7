package drydock.app.problems;

import drydock.app.fix.Fixing;
import drydock.app.problems.ProblemRow.Problem;
import drydock.app.text.Messages;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is to be done about the selected problem: a sentence, and its fixes as buttons.
final class ProblemDetail extends ScrollPane {

    private final Messages messages;
    private final Fixing fixing;
    private final Label message = new Label();
    private final Label advice = new Label();
    private final FlowPane buttons = new FlowPane();

    ProblemDetail(Messages messages, Fixing fixing) {
        this.messages = messages;
        this.fixing = fixing;
        setId("problem-detail");
        getStyleClass().add("problem-detail");
        message.setId("problem-message");
        message.getStyleClass().add("problem-message");
        message.setWrapText(true);
        advice.setId("problem-advice");
        advice.setWrapText(true);
        buttons.getStyleClass().add("problem-fixes");
        VBox content = new VBox(message, advice, buttons);
        content.getStyleClass().add("problem-detail-content");
        setContent(content);
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        hide();
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }

    void show(Problem problem) {
        Finding finding = problem.finding();
        Locale locale = Locale.getDefault();
        message.setText(finding.message(locale));
        advice.setText(problem.off() ? whereOff(finding) : finding.advice(locale));
        advice.setVisible(!advice.getText().isEmpty());
        advice.setManaged(advice.isVisible());
        buttons.getChildren().setAll(problem.off() ? List.of(on(finding)) : fixes(finding));
        buttons.setManaged(!buttons.getChildren().isEmpty());
        setVisible(true);
        setManaged(true);
    }

    private String whereOff(Finding finding) {
        return fixing.isOffForObject(finding)
                ? messages.get("problems.off.object", finding.rule())
                : messages.get("problems.off.project", finding.rule());
    }

    private Button on(Finding finding) {
        Button button = new Button(messages.get("problems.on"), new FontIcon("fth-eye"));
        button.setId("problem-on");
        button.getStyleClass().add("small");
        button.setOnAction(_ -> fixing.switchOn(finding));
        return button;
    }

    private List<Button> fixes(Finding finding) {
        return finding.fixes().stream().map(this::button).toList();
    }

    private Button button(Fix fix) {
        Button button = new Button(fix.title(Locale.getDefault()), new FontIcon("fth-tool"));
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("small", "problem-fix");
        button.setOnAction(_ -> fixing.make(fix));
        return button;
    }
}

package drydock.app.problems;

import drydock.app.fix.Fixing;
import drydock.app.problems.ProblemRow.Problem;
import drydock.app.problems.ProblemRow.Switched;
import drydock.app.text.Messages;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.standard.RuleCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is to be done about the selected problem: sentences, and its fixes as buttons, which stay in view where the
/// sentences are to be scrolled. In a low panel the buttons stand alone: the row and its tooltip say the rest.
final class ProblemDetail extends VBox {

    private static final String BETWEEN = " · ";

    private final Messages messages;
    private final Fixing fixing;
    private final Label message = new Label();
    private final Label advice = new Label();
    private final Label where = new Label();
    private final FlowPane buttons = new FlowPane();
    private final WrappedWords words;
    private boolean shown;

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
        where.setId("problem-where");
        where.getStyleClass().add("text-muted");
        where.setWrapText(true);
        VBox said = new VBox(message, advice, where);
        said.getStyleClass().add("problem-detail-content");
        buttons.setMinHeight(USE_PREF_SIZE);
        words = new WrappedWords(said);
        getChildren().setAll(words, buttons);
        hide();
    }

    void hide() {
        shown = false;
        appear();
    }

    /// How wide this is, whatever it shows, so that the list beside it stays as it is.
    void setAsideWidth(double width) {
        setMinWidth(width == USE_COMPUTED_SIZE ? 0 : width);
        setPrefWidth(width);
        setMaxWidth(width == USE_COMPUTED_SIZE ? Double.MAX_VALUE : width);
    }

    /// Whether there is room for the buttons only.
    void setLean(boolean lean) {
        words.setVisible(!lean);
        words.setManaged(!lean);
        appear();
    }

    private void appear() {
        setVisible(shown && (words.isManaged() || buttons.isManaged()));
        setManaged(isVisible());
    }

    void show(Problem problem) {
        Finding finding = problem.finding();
        Locale locale = Locale.getDefault();
        message.setText(finding.message(locale));
        advice.setText(problem.off() ? whereOff(finding) : finding.advice(locale));
        where.setText(Stream.of(finding.rule(), finding.field(), ProblemColumns.place(finding) + ":" + finding.column())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(BETWEEN)));
        showAdviceAnd(problem.off() ? List.of(on(() -> fixing.switchOn(finding))) : fixes(finding));
    }

    private void showAdviceAnd(List<Button> possible) {
        advice.setVisible(!advice.getText().isEmpty());
        advice.setManaged(advice.isVisible());
        buttons.getChildren().setAll(possible);
        buttons.setManaged(!buttons.getChildren().isEmpty());
        shown = true;
        appear();
    }

    /// Shows a rule that is switched off for the whole project, or for an object of which it finds nothing.
    void show(Switched switched) {
        String rule = switched.rule();
        message.setText(
                messages.get(switched.object().isEmpty() ? "problems.off.project" : "problems.off.object", rule));
        advice.setText(RuleCatalogue.find(rule)
                .map(listed -> listed.description(Locale.getDefault()))
                .orElse(""));
        where.setText(messages.get("problems.off.count", switched.count()));
        showAdviceAnd(List.of(on(() -> switchOn(switched))));
    }

    private void switchOn(Switched switched) {
        switched.object()
                .ifPresentOrElse(
                        object -> fixing.switchOnForObject(switched.rule(), object),
                        () -> fixing.switchOnInProject(switched.rule()));
    }

    private String whereOff(Finding finding) {
        return fixing.isOffForObject(finding)
                ? messages.get("problems.off.object", finding.rule())
                : messages.get("problems.off.project", finding.rule());
    }

    private Button on(Runnable switchOn) {
        Button button = new Button(messages.get("problems.on"), new FontIcon("fth-eye"));
        button.setId("problem-on");
        button.getStyleClass().add("small");
        button.setOnAction(_ -> switchOn.run());
        return button;
    }

    private List<Button> fixes(Finding finding) {
        return finding.fixes().stream().map(this::button).toList();
    }

    /// How wide a button may be; not known before the first layout.
    private double roomForButtons() {
        double room = buttons.getWidth()
                - buttons.getInsets().getLeft()
                - buttons.getInsets().getRight();
        return room > 0 ? room : Double.MAX_VALUE;
    }

    private Button button(Fix fix) {
        Button button = new Button(fix.title(Locale.getDefault()), new FontIcon("fth-tool"));
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(button.getText()));
        button.setMinWidth(0);
        button.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        this::roomForButtons, buttons.widthProperty(), buttons.insetsProperty()));
        button.getStyleClass().addAll("small", "problem-fix");
        button.setOnAction(_ -> fixing.make(fix));
        return button;
    }
}

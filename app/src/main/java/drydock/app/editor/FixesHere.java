package drydock.app.editor;

import drydock.app.fix.FixMenu;
import drydock.model.validation.Finding;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.fxmisc.richtext.CodeArea;

/// A menu of what can be done about the problems of a place in the text.
final class FixesHere {

    private final CodeArea area;
    private final ProblemMarks problems;
    private final FixMenu fixes;
    private ContextMenu menu = new ContextMenu();

    FixesHere(CodeArea area, ProblemMarks problems, FixMenu fixes) {
        this.area = area;
        this.problems = problems;
        this.fixes = fixes;
    }

    /// Opens the menu at the caret: for the problems that it is in, else for those of its line.
    void showAtCaret() {
        List<Finding> at = problems.at(area.getCaretPosition());
        open(at.isEmpty() ? problems.onLine(area.getCurrentParagraph()) : at);
        area.getCaretBounds().ifPresent(caret -> show(() -> menu.show(area, caret.getMinX(), caret.getMaxY())));
    }

    /// Opens the menu for the problems of a line, from 0, beside its mark.
    void showForLine(int line, Node mark) {
        open(problems.onLine(line));
        show(() -> menu.show(mark, Side.BOTTOM, 0, 0));
    }

    private void open(List<Finding> findings) {
        menu.hide();
        menu = fixes.menu(findings);
    }

    private void show(Runnable show) {
        if (!menu.getItems().isEmpty()) {
            show.run();
        }
    }
}

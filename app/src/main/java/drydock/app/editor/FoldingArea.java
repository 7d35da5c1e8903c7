package drydock.app.editor;

import org.fxmisc.richtext.CodeArea;

/// A text area whose caret may go into lines that are hidden, so that they can be shown then.
///
/// [CodeArea] moves it out of them, once it has hidden any.
final class FoldingArea extends CodeArea {

    @Override
    public void foldParagraphs(int startPar, int endPar) {
        super.foldParagraphs(startPar, endPar);
        foldCheck = false;
    }
}

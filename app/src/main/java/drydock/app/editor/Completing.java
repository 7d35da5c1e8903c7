package drydock.app.editor;

import drydock.app.workspace.Workspace;
import drydock.model.assist.Completion;
import drydock.model.assist.Proposal;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import drydock.model.project.Project;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/// Offers how a text may go on: when asked, and while a key is typed.
///
/// Proposals are made in the background; those that the text or the caret has overtaken are never taken.
final class Completing {

    /// What is offered, and for which text and caret.
    private record Offer(ManifestFile file, int caret, List<Proposal> proposals) {}

    private final Workspace workspace;
    private final CodeArea area;
    private final TextInStep text;
    private final ProposalList list;
    private final Popup popup = new Popup();
    private @Nullable Offer offer;
    private boolean settling;
    private boolean typed;
    private boolean letterTyped;
    private int asked;

    Completing(Workspace workspace, CodeArea area, TextInStep text) {
        this.workspace = workspace;
        this.list = new ProposalList(() -> workspace.document().project().schema(), this::take);
        this.area = area;
        this.text = text;
        popup.getContent().setAll(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.plainTextChanges().subscribe(this::changed);
        area.caretPositionProperty().subscribe(_ -> settle());
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    /// Offers all that fits at the caret, keys and values.
    void open() {
        ask(true);
    }

    private void changed(PlainTextChange change) {
        boolean byUser = !text.isFollowing();
        typed |= byUser;
        letterTyped |= byUser
                && change.getRemoved().isEmpty()
                && change.getInserted().length() == 1
                && Character.isLetter(change.getInserted().charAt(0));
        settle();
    }

    /// Looks, once text and caret have both changed, whether there is something to offer still.
    private void settle() {
        if (!settling) {
            settling = true;
            workspace.tasks().onScreen(this::settled);
        }
    }

    private void settled() {
        if (typed && (popup.isShowing() || letterTyped) && area.isFocused()) {
            ask(popup.isShowing() && !letterTyped);
        } else if (!isCurrent()) {
            asked++;
            popup.hide();
        }
        settling = false;
        typed = false;
        letterTyped = false;
    }

    /// @param values whether values are offered, too
    private void ask(boolean values) {
        Optional<ManifestFile> file = text.file();
        if (file.isEmpty()) {
            return;
        }
        int question = ++asked;
        int caret = area.getCaretPosition();
        int inFile = text.ends().inFile(caret);
        boolean valuesToo = values || (popup.isShowing() && offer != null && !offersKeys(offer.proposals()));
        Project project = workspace.document().project();
        workspace
                .tasks()
                .work(() -> Completion.at(project, file.get().text(), inFile))
                .then(proposals -> {
                    if (question == asked) {
                        show(new Offer(file.get(), caret, valuesToo || offersKeys(proposals) ? proposals : List.of()));
                    }
                })
                .start();
    }

    private static boolean offersKeys(List<Proposal> proposals) {
        return proposals.stream()
                .anyMatch(p -> p.type().isPresent()
                        || p.insert().endsWith(": ")
                        || p.insert().contains(":\n"));
    }

    private void show(Offer made) {
        offer = made;
        if (made.proposals().isEmpty() || isAllThere(made) || area.getScene() == null) {
            popup.hide();
            return;
        }
        list.show(made.proposals());
        int start = text.ends().inShown(made.proposals().getFirst().start());
        Optional<Bounds> at = area.getCaretBounds();
        Optional<Bounds> word =
                start < made.caret() ? area.getCharacterBoundsOnScreen(start, made.caret()) : Optional.empty();
        at.ifPresent(bounds -> popup.show(area, word.orElse(bounds).getMinX(), bounds.getMaxY() + 2));
    }

    /// Whether what is offered is just what stands there.
    private boolean isAllThere(Offer made) {
        Proposal first = made.proposals().getFirst();
        return made.proposals().size() == 1
                && made.file().text().substring(first.start(), first.end()).equals(first.insert());
    }

    private boolean isCurrent() {
        return offer != null
                && text.file().filter(file -> file == offer.file()).isPresent()
                && area.getCaretPosition() == offer.caret();
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (popup.isShowing() && plain && chosenBy(event.getCode())) {
            event.consume();
        }
    }

    /// Whether the key means the list, and not the text.
    private boolean chosenBy(KeyCode key) {
        switch (key) {
            case UP -> list.move(-1);
            case DOWN -> list.move(1);
            case PAGE_UP -> list.move(-list.page());
            case PAGE_DOWN -> list.move(list.page());
            case ESCAPE -> {
                asked++;
                popup.hide();
            }
            case ENTER, TAB -> {
                boolean current = isCurrent();
                list.chosen().filter(_ -> current).ifPresent(this::take);
                popup.hide();
                return current;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(Proposal proposal) {
        popup.hide();
        asked++;
        if (isCurrent()) {
            TextEdit edit = text.ends().inShown(new TextEdit(proposal.start(), proposal.end(), proposal.insert()));
            if (text.change(List.of(edit), "edit.complete")) {
                area.moveTo(edit.start() + edit.replacement().length());
                area.requestFollowCaret();
            }
        }
    }
}

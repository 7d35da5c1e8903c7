package drydock.app.preferences;

import drydock.app.action.Action;
import drydock.app.dialog.Dialogs;
import drydock.app.settings.Language;
import drydock.app.settings.Preferences;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Asks for preferences, and lets them hold: at once while they are chosen, for good or not at all when the dialog is
/// closed.
public final class PreferencesActions {

    private final Messages messages = Messages.of(PreferencesActions.class);
    private final Settings settings;
    private final Dialogs dialogs;
    private final Supplier<Window> owner;
    private final Supplier<Optional<List<Path>>> reopenable;
    private final Consumer<List<Path>> reopen;

    /// @param owner the window that waits meanwhile
    /// @param reopenable what the window has open, where it can be closed and opened again without a loss
    /// @param reopen closes the window and opens another one on this
    public PreferencesActions(
            Settings settings,
            Dialogs dialogs,
            Supplier<Window> owner,
            Supplier<Optional<List<Path>>> reopenable,
            Consumer<List<Path>> reopen) {
        this.settings = settings;
        this.dialogs = dialogs;
        this.owner = owner;
        this.reopenable = reopenable;
        this.reopen = reopen;
    }

    public Action open() {
        return Action.of("preferences", messages.get("preferences.open"), this::ask)
                .withIcon("fth-settings")
                .withKeys("Shortcut+Comma");
    }

    private void ask() {
        Language before = settings.preferences().language();
        PreferencesDialog dialog = new PreferencesDialog(owner.get(), settings.preferences(), settings::tryOut);
        Optional<Preferences> chosen = dialog.showAndWait();
        if (chosen.isEmpty()) {
            settings.restore();
            return;
        }
        if (!settings.keep(chosen.get())) {
            dialogs.tell(
                    messages.get("preferences.notKept"), messages.get("preferences.notKept.text", settings.path()));
        }
        Language after = chosen.get().language();
        if (after != before
                && !after.locale().getLanguage().equals(Locale.getDefault().getLanguage())) {
            speak();
        }
    }

    /// A window speaks the language it was opened with.
    private void speak() {
        Optional<List<Path>> again = reopenable.get();
        String title = messages.get("preferences.language");
        if (again.isEmpty()) {
            dialogs.tell(title, messages.get("preferences.language.next"));
        } else if (dialogs.confirm(
                title, messages.get("preferences.language.again"), messages.get("preferences.language.reopen"))) {
            reopen.accept(again.get());
        }
    }
}

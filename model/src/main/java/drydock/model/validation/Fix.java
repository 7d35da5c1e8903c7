package drydock.model.validation;

import drydock.model.edit.Edit;
import java.util.Locale;

/// A way to mend what was found: an edit as any other, that can be taken back.
///
/// @param text what the edit does, as a command
public record Fix(FindingText text, Edit edit) {

    /// What the edit does, as a command: `Set targetPort to 80`.
    public String title(Locale locale) {
        return text.message(locale);
    }
}

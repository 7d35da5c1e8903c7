package drydock.model.edit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of this package in the user's language: the names of edits, and why one is refused.
public final class EditMessages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private EditMessages() {}

    /// The text for `key`, its places filled with `arguments`.
    ///
    /// @throws java.util.MissingResourceException if there is none
    public static String text(String key, Locale locale, Object... arguments) {
        String pattern = ResourceBundle.getBundle("drydock.model.edit.messages", locale, NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }
}

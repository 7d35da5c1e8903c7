package drydock.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The message bundle of one package, in one language.
public final class Messages {

    private static final ResourceBundle.Control ENGLISH_IF_ALL_ELSE_FAILS =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The bundle `messages` beside `type`, in the language that the program speaks ([Locale#getDefault()]).
    public static Messages of(Class<?> type) {
        return of(type, Locale.getDefault());
    }

    /// The bundle `messages` beside `type`, in the language of `locale`; English where there is no translation.
    public static Messages of(Class<?> type, Locale locale) {
        return new Messages(ResourceBundle.getBundle(
                type.getPackageName() + ".messages", locale, type.getClassLoader(), ENGLISH_IF_ALL_ELSE_FAILS));
    }

    /// The text called `key`, with `{0}`, `{1}` … replaced as [MessageFormat] does.
    ///
    /// @throws java.util.MissingResourceException if there is no such text
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, bundle.getLocale()).format(arguments);
    }
}

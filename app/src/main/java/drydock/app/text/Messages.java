package drydock.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
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

    /// What a text of this bundle, one without arguments, is in English; empty if it is none of this bundle's.
    public Optional<String> inEnglish(String text) {
        Messages english = new Messages(ResourceBundle.getBundle(
                bundle.getBaseBundleName(), Locale.ROOT, Messages.class.getClassLoader(), ENGLISH_IF_ALL_ELSE_FAILS));
        return bundle.keySet().stream()
                .filter(key -> bundle.getString(key).equals(text))
                .map(english::get)
                .findFirst();
    }

    /// The text called `key`, with `{0}`, `{1}` … replaced as [MessageFormat] does.
    ///
    /// @throws java.util.MissingResourceException if there is no such text
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, bundle.getLocale()).format(arguments);
    }

    /// The text called `key` as it stands; empty if there is none.
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}

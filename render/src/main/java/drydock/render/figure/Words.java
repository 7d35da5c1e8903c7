package drydock.render.figure;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/// The words on figures, in one language. What Kubernetes itself says, as `CrashLoopBackOff`, is in no
/// language.
final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("drydock.render.figure.messages", locale, NO_FALLBACK);
    }

    /// The text for `key` as it stands; empty if there is none.
    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /// The text for `key`, its places filled with `arguments`.
    ///
    /// @throws java.util.MissingResourceException if there is none
    String get(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : formats.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale))
                        .format(arguments);
    }
}

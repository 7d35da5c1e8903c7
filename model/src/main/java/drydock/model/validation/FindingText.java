package drydock.model.validation;

import drydock.model.manifest.ProblemText;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a finding says, in any language there is a message bundle for.
///
/// @param key the message's key; its advice has `.advice` behind it
/// @param arguments what fills the message's places, each as it is to be shown, or a [ProblemText]
public record FindingText(String key, List<Object> arguments) {

    private static final String BUNDLE = "drydock.model.validation.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public FindingText {
        arguments = List.copyOf(arguments);
    }

    static FindingText of(String key, Object... arguments) {
        return new FindingText(
                key,
                Arrays.stream(arguments)
                        .map(a -> a instanceof ProblemText ? a : String.valueOf(a))
                        .toList());
    }

    String message(Locale locale) {
        return filled(bundle(locale).getString(key), locale);
    }

    String advice(Locale locale) {
        ResourceBundle bundle = bundle(locale);
        String adviceKey = key + ".advice";
        return bundle.containsKey(adviceKey) ? filled(bundle.getString(adviceKey), locale) : "";
    }

    private String filled(String pattern, Locale locale) {
        Object[] shown = arguments.stream()
                .map(a -> a instanceof ProblemText text ? text.in(locale) : a)
                .toArray();
        return new MessageFormat(pattern, locale).format(shown);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    }
}

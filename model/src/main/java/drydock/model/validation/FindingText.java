package drydock.model.validation;

import drydock.model.manifest.ProblemText;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a finding says, in any language there is a message bundle for.
///
/// @param bundle the base name of the bundle to look in first
/// @param key the message's key; its advice has `.advice` behind it
/// @param arguments what fills the message's places, each as it is to be shown, or a [ProblemText]
public record FindingText(String bundle, String key, List<Object> arguments) {

    /// The bundle with what many rules say.
    static final String COMMON = "drydock.model.validation.messages";

    /// The key of what says and advises no more than the [ProblemText] in its only place.
    static final String TEXT_PROBLEM = "text-problem";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public FindingText {
        arguments = List.copyOf(arguments);
    }

    static FindingText common(String key, Object... arguments) {
        return of(COMMON, key, arguments);
    }

    static FindingText of(String bundle, String key, Object... arguments) {
        return new FindingText(
                bundle,
                key,
                Arrays.stream(arguments)
                        .map(a -> a instanceof ProblemText ? a : String.valueOf(a))
                        .toList());
    }

    String message(Locale locale) {
        return filled(texts(key, locale).getString(key), locale);
    }

    String advice(Locale locale) {
        if (key.equals(TEXT_PROBLEM)) {
            return arguments.getFirst() instanceof ProblemText problem ? problem.advice(locale) : "";
        }
        String adviceKey = key + ".advice";
        return filled(texts(adviceKey, locale).getString(adviceKey), locale);
    }

    private String filled(String pattern, Locale locale) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        Object[] shown = arguments.stream()
                .map(a -> a instanceof ProblemText text ? text.in(locale) : a)
                .toArray();
        return new MessageFormat(pattern, locale).format(shown);
    }

    private ResourceBundle texts(String wanted, Locale locale) {
        ResourceBundle own = ResourceBundle.getBundle(bundle, locale, NO_FALLBACK);
        return own.containsKey(wanted) ? own : ResourceBundle.getBundle(COMMON, locale, NO_FALLBACK);
    }
}

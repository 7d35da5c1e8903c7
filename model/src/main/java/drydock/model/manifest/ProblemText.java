package drydock.model.manifest;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a problem of a text is, in any language there is a message bundle for.
///
/// @param key the message's key
/// @param arguments what fills the message's places, each as it is to be shown
public record ProblemText(String key, List<String> arguments) {

    private static final String BUNDLE = "drydock.model.manifest.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public ProblemText {
        arguments = List.copyOf(arguments);
    }

    public static ProblemText of(String key, Object... arguments) {
        return new ProblemText(
                key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /// One sentence.
    public String in(Locale locale) {
        return filled(key, locale);
    }

    /// What to do about it, in one sentence. Only what can be a finding has one, not why an edit cannot be made.
    public String advice(Locale locale) {
        return filled(key + ".advice", locale);
    }

    private String filled(String patternKey, Locale locale) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(patternKey);
        return new MessageFormat(pattern, locale).format(arguments.toArray());
    }
}

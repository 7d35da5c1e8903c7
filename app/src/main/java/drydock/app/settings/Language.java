package drydock.app.settings;

import java.util.Locale;

/// Which language the program speaks.
public enum Language {
    SYSTEM(spoken(Locale.getDefault()), ""),
    ENGLISH(Locale.ENGLISH, "en"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh-CN");

    private final Locale locale;
    private final String tag;

    Language(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    /// The language itself; for [#SYSTEM] the one that the program was started with.
    public Locale locale() {
        return locale;
    }

    /// The language that is nearest to `wanted` of those that the program has texts in: every Chinese is spoken as
    /// Simplified Chinese, whatever country or script it is asked for with, or none.
    static Locale spoken(Locale wanted) {
        return wanted.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : wanted;
    }

    /// As it stands in the settings; empty for the system's.
    String tag() {
        return tag;
    }
}

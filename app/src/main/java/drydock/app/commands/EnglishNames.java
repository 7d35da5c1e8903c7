package drydock.app.commands;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What actions are called in English, for those who know a command by that name.
public final class EnglishNames {

    private final List<Messages> bundles;

    /// @param sources the classes beside whose bundles the names of actions stand
    public EnglishNames(Collection<Class<?>> sources) {
        bundles = sources.stream().map(Messages::of).toList();
    }

    /// The English name of `action`; where its name is not that of a bundle, the words of its id.
    String of(Action action) {
        return bundles.stream()
                .map(messages -> messages.inEnglish(action.text().get()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> words(action.id()));
    }

    private static String words(String id) {
        return id.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
    }
}

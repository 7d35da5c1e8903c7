package drydock.app.testing;

import drydock.app.dialog.Dialogs;
import drydock.model.difference.TextDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The window's own dialogs, but choosers of files, which are the system's windows, are answered with a path.
public final class AnsweredChoosers implements Dialogs {

    private final Dialogs window;
    private final Path chosen;

    /// @param chosen the answer to every chooser
    public AnsweredChoosers(Dialogs window, Path chosen) {
        this.window = window;
        this.chosen = chosen;
    }

    @Override
    public void tell(String title, String text) {
        window.tell(title, text);
    }

    @Override
    public boolean confirm(String title, String text, String doIt) {
        return window.confirm(title, text, doIt);
    }

    @Override
    public Optional<String> choose(String title, String text, List<String> choices) {
        return window.choose(title, text, choices);
    }

    @Override
    public Optional<String> compare(String title, String text, List<TextDifference> differences, List<String> choices) {
        return window.compare(title, text, differences, choices);
    }

    @Override
    public <T> Optional<T> pick(String title, String text, List<T> things, Function<T, String> name) {
        return window.pick(title, text, things, name);
    }

    @Override
    public Optional<String> askText(String title, String text, String value, boolean lines) {
        return window.askText(title, text, value, lines);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.of(chosen);
    }

    @Override
    public Optional<Path> chooseNewFile(String title, String name) {
        return Optional.of(chosen.resolveSibling(name));
    }

    @Override
    public Optional<Path> chooseFile(String title) {
        return Optional.of(chosen);
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return List.of(chosen);
    }
}

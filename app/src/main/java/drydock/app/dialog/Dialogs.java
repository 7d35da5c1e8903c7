package drydock.app.dialog;

import drydock.model.difference.TextDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks the user. Each method waits for the answer; they belong to the JavaFX thread.
public interface Dialogs {

    /// Says something that must not be overlooked.
    void tell(String title, String text);

    /// Asks before something is done.
    ///
    /// @param doIt what the button says that does it, as "Scale"
    /// @return whether it is to be done
    boolean confirm(String title, String text, String doIt);

    /// Asks which of several things is to be done; empty if none.
    Optional<String> choose(String title, String text, List<String> choices);

    /// Shows what is different in files and asks which of several things is to be done; empty if none.
    Optional<String> compare(String title, String text, List<TextDifference> differences, List<String> choices);

    /// Lets the user pick one of many things from a list that can be searched; empty if none.
    ///
    /// @param name what each is called
    <T> Optional<T> pick(String title, String text, List<T> things, Function<T, String> name);

    /// Asks for a text; empty if the user thought better of it.
    ///
    /// @param lines whether it may have several lines
    Optional<String> askText(String title, String text, String value, boolean lines);

    /// Lets the user change a longer text, as of a file; empty if the user thought better of it.
    default Optional<String> editText(String title, String text, String value) {
        return askText(title, text, value, true);
    }

    /// Lets the user choose a folder.
    Optional<Path> chooseFolder(String title);

    /// Lets the user say where a new file goes; the system asks where there is one already.
    ///
    /// @param name what it is called unless the user says otherwise
    Optional<Path> chooseNewFile(String title, String name);

    /// Lets the user choose a file that is there.
    Optional<Path> chooseFile(String title);

    /// Lets the user choose a file that is there, of those that fit, or, if the user wants, of all.
    ///
    /// @param kind what those that fit are
    /// @param patterns how they are called, as `*.txt`
    default Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        return chooseFile(title);
    }

    /// Lets the user choose one or several files that are there; empty if none.
    List<Path> chooseFiles(String title);
}

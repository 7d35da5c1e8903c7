package drydock.app.session;

/// What a command prints, as it comes. Called on the JavaFX thread.
public interface ConsoleOutput {

    /// Text for the standard output, with its line ends.
    void print(String text);

    /// Text for the standard error, with its line ends.
    void printError(String text);

    /// The command is done.
    ///
    /// @param exitCode 0 if all went well
    void done(int exitCode);
}

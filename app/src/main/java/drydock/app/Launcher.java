package drydock.app;

import drydock.app.cli.DrydockCommand;
import drydock.app.settings.Language;
import drydock.app.shell.DrydockApplication;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where the program starts.
public final class Launcher {

    /// Held here, for a logger that nobody holds forgets its level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final Logger KUBERNETES_CLIENT = Logger.getLogger("io.fabric8");

    private static final Logger FONTS = Logger.getLogger("org.apache.fontbox");

    private static final Logger WEB_SERVER = Logger.getLogger("org.eclipse.jetty");

    private Launcher() {}

    /// Runs the command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        // JavaFX says that it is on the class path, which it is meant to be; the client logs what the window tells;
        // that fonts of the system are odd helps nobody, nor that the web server has started
        JAVAFX.setLevel(Level.SEVERE);
        KUBERNETES_CLIENT.setLevel(Level.OFF);
        FONTS.setLevel(Level.OFF);
        WEB_SERVER.setLevel(Level.WARNING);
        Locale.setDefault(Language.SYSTEM.locale());
        System.exit(DrydockCommand.commandLine(DrydockApplication::open).execute(arguments));
    }
}

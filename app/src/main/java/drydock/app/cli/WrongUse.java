package drydock.app.cli;

import drydock.app.text.Messages;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what was wrong with a command line, and where to read how it is meant: the whole help would push the one line
/// that counts off the screen.
final class WrongUse {

    private WrongUse() {}

    static int say(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        String name = command.getCommandSpec().qualifiedName();
        err.println(Messages.of(WrongUse.class).get("wrongUse", name));
        err.flush();
        return DrydockCommand.WRONG_USE;
    }
}

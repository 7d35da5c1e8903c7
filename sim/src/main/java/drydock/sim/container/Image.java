package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// What an image holds: the program it runs by itself, the programs that can be run in it, and its files. It never
/// changes, so that all containers of an image can be made from one.
public final class Image {

    private final List<String> entrypoint;
    private final List<String> arguments;
    private final Map<String, Command> commands;
    private final Files files;
    private final Optional<Command> otherwise;

    /// @param entrypoint the program that runs whatever the arguments
    /// @param arguments the arguments it runs with by default
    /// @param commands the programs by name
    /// @param files the texts of its files by path
    /// @param otherwise what a program does that is not known: of an image nobody described all are there
    Image(
            List<String> entrypoint,
            List<String> arguments,
            Map<String, Command> commands,
            SortedMap<String, String> files,
            Optional<Command> otherwise) {
        this.entrypoint = List.copyOf(entrypoint);
        this.arguments = List.copyOf(arguments);
        this.commands = Map.copyOf(commands);
        this.files = tree(files);
        this.otherwise = otherwise;
    }

    private static Files tree(SortedMap<String, String> files) {
        Files tree = new Files();
        files.forEach((path, text) -> {
            tree.makeDirectories(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
            tree.write(path, text);
        });
        for (String directory :
                new String[] {"/tmp", "/bin", "/dev", "/etc", "/root", "/usr", "/var/log", "/var/run"}) {
            tree.makeDirectories(directory);
        }
        return tree;
    }

    /// The program a container runs: `command` replaces the entrypoint and drops the image's arguments, `args`
    /// replaces the arguments only.
    public List<String> program(List<String> command, List<String> args) {
        List<String> program = new ArrayList<>(command.isEmpty() ? entrypoint : command);
        program.addAll(args.isEmpty() && command.isEmpty() ? arguments : args);
        return program;
    }

    /// The program called `name`, by itself or with its path.
    public Optional<Command> find(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        return Optional.ofNullable(commands.get(plain)).or(() -> otherwise);
    }

    /// A fresh copy of the image's files.
    public Files newFiles() {
        return files.copy();
    }
}

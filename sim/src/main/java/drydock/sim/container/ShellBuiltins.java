package drydock.sim.container;

import java.util.List;
import java.util.function.IntConsumer;

/// The commands that change the shell itself: `exit`, `cd`, `export`, `unset`, `set`, `exec`, `trap`, `:`.
final class ShellBuiltins {

    private ShellBuiltins() {}

    /// Runs `words` if it is a builtin; false if it is not.
    static boolean run(ContainerProcess shell, List<String> words, Streams streams, IntConsumer done) {
        switch (words.getFirst()) {
            case ":", "set", "wait" -> done.accept(0);
            case "exit" -> shell.exit(words.size() > 1 ? number(words.get(1)) : 0);
            case "cd" -> {
                String to = shell.resolve(words.size() > 1 ? words.get(1) : "/root");
                if (shell.container().files().isDirectory(to)) {
                    shell.changeDirectory(to);
                    done.accept(0);
                } else {
                    streams.err().accept("sh: cd: can't cd to " + words.get(1) + ": No such file or directory\n");
                    done.accept(1);
                }
            }
            case "export" -> {
                for (String word : words.subList(1, words.size())) {
                    int equals = word.indexOf('=');
                    if (equals > 0) {
                        shell.environment().put(word.substring(0, equals), word.substring(equals + 1));
                    }
                }
                done.accept(0);
            }
            case "unset" -> {
                words.subList(1, words.size()).forEach(shell.environment()::remove);
                done.accept(0);
            }
            case "trap" -> {
                trap(shell, words, streams);
                done.accept(0);
            }
            case "exec" -> {
                if (words.size() > 1) {
                    List<String> program = words.subList(1, words.size());
                    ContainerProcess next = shell.run(program, streams, shell.environment(), shell::exit);
                    shell.onTerm(next::terminate);
                } else {
                    done.accept(0);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void trap(ContainerProcess shell, List<String> words, Streams streams) {
        boolean term = words.stream().skip(2).anyMatch(w -> w.equals("TERM") || w.equals("SIGTERM") || w.equals("15"));
        if (!term) {
            return;
        }
        String script = words.get(1);
        shell.onTerm(() -> {
            try {
                new Shell.Run(shell, List.of()).run(ShellParser.parse(script), streams, code -> {});
            } catch (ShellSyntaxException e) {
                streams.err().accept("sh: " + e.getMessage() + "\n");
            }
        });
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) & 0xFF : 2;
    }
}

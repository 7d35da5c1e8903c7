package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Reading what a program is to work on: the files that it is given, or where it is given none, its input.
final class Filters {

    private Filters() {}

    /// Tells each line without its end, as it comes, then 0, or 1 if a file could not be read.
    static void lines(ContainerProcess p, List<String> files, Consumer<String> line, IntConsumer end) {
        next(p, files.isEmpty() ? List.of("-") : files, 0, 0, text -> line.accept(text.replaceFirst("\\n$", "")), end);
    }

    /// Tells all the text at its end, then 0 or 1.
    static void text(ContainerProcess p, List<String> files, Consumer<String> text, IntConsumer end) {
        StringBuilder all = new StringBuilder();
        next(p, files.isEmpty() ? List.of("-") : files, 0, 0, all::append, code -> {
            text.accept(all.toString());
            end.accept(code);
        });
    }

    private static void next(
            ContainerProcess p, List<String> files, int index, int code, Consumer<String> line, IntConsumer end) {
        if (!p.alive()) {
            return;
        }
        if (index == files.size()) {
            end.accept(code);
            return;
        }
        String file = files.get(index);
        if (file.equals("-") || file.equals("/dev/stdin")) {
            p.streams()
                    .in()
                    .lines(
                            text -> {
                                if (p.alive()) {
                                    line.accept(text);
                                }
                            },
                            () -> next(p, files, index + 1, code, line, end));
            return;
        }
        Optional<String> text = read(p, file);
        text.ifPresent(t -> t.lines().forEach(l -> {
            if (p.alive()) {
                line.accept(l + "\n");
            }
        }));
        next(p, files, index + 1, text.isPresent() ? code : 1, line, end);
    }

    /// What a file holds; an error is told and gives empty.
    static Optional<String> read(ContainerProcess p, String name) {
        String path = p.resolve(name);
        Files files = p.container().files();
        Optional<String> text = path.equals("/dev/null") ? Optional.of("") : files.read(path);
        if (text.isEmpty()) {
            String program = p.arguments().getFirst();
            String why = files.isDirectory(path) ? "Is a directory" : "No such file or directory";
            String said = program.equals("grep") ? name + ": " : "can't open '" + name + "': ";
            p.complain(program + ": " + said + why + "\n");
        }
        return text;
    }

    /// The words that are no flags.
    static List<String> plain(ContainerProcess p) {
        List<String> names = new ArrayList<>(p.operands());
        names.removeIf(w -> w.startsWith("-") && w.length() > 1);
        return names;
    }

    /// The letters of the flags before the first other word, which are taken off `words`; a flag of `withValue` keeps
    /// its value, as a further letter's text, in `values`.
    static String flags(List<String> words, String withValue, List<String> values) {
        StringBuilder flags = new StringBuilder();
        while (!words.isEmpty()
                && words.getFirst().startsWith("-")
                && words.getFirst().length() > 1) {
            String word = words.removeFirst();
            if (word.equals("--")) {
                break;
            }
            for (int i = 1; i < word.length(); i++) {
                char flag = word.charAt(i);
                flags.append(flag);
                if (withValue.indexOf(flag) >= 0) {
                    String rest = word.substring(i + 1);
                    values.add(flag + (rest.isEmpty() && !words.isEmpty() ? words.removeFirst() : rest));
                    break;
                }
            }
        }
        return flags.toString();
    }

    /// The value of a flag as [#flags] kept it.
    static Optional<String> value(List<String> values, char flag) {
        return values.stream()
                .filter(v -> v.charAt(0) == flag)
                .reduce((_, b) -> b)
                .map(v -> v.substring(1));
    }
}

package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The program `sh`: runs a script given by `-c`, by a file, or on its input.
final class Shell implements Command {

    private static final Pattern FLAGS = Pattern.compile("[-+][a-z]+");

    @Override
    public void run(ContainerProcess process) {
        List<String> operands = new ArrayList<>(process.operands());
        boolean inline = false;
        boolean strict = false;
        while (!operands.isEmpty() && FLAGS.matcher(operands.getFirst()).matches()) {
            String flags = operands.removeFirst();
            inline |= flags.contains("c");
            strict |= flags.contains("e");
            if (flags.endsWith("o") && !operands.isEmpty()) {
                operands.removeFirst();
            }
        }
        boolean stops = strict;
        if (operands.isEmpty() && !process.streams().in().isClosed()) {
            ShellState state = new ShellState(process, "sh", List.of());
            state.strict = stops;
            new ShellDialogue(process, state).begin();
        } else if (operands.isEmpty()) {
            process.streams().in().all(script -> start(process, script, "sh", List.of(), stops));
        } else if (inline) {
            String name = operands.size() > 1 ? operands.get(1) : "sh";
            start(process, operands.getFirst(), name, rest(operands, 2), stops);
        } else {
            var file = process.container().files().read(process.resolve(operands.getFirst()));
            if (file.isEmpty()) {
                process.complain("sh: can't open '" + operands.getFirst() + "': No such file or directory\n");
                process.exit(2);
            } else {
                start(process, file.get(), operands.getFirst(), rest(operands, 1), stops);
            }
        }
    }

    private static List<String> rest(List<String> words, int from) {
        return words.subList(Math.min(from, words.size()), words.size());
    }

    private static void start(
            ContainerProcess process, String script, String name, List<String> arguments, boolean strict) {
        try {
            ShellNode node = ShellParser.parse(script);
            ShellState state = new ShellState(process, name, arguments);
            state.strict = strict;
            new ShellRun(state).run(node, process.streams(), state::exit);
        } catch (ShellSyntaxException e) {
            process.complain("sh: " + e.getMessage() + "\n");
            process.exit(2);
        }
    }
}

package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A script of `sed`: `s/a/b/g`, `d`, `p` and `q`, each for all lines, for a number, a range, or lines that match.
final class SedScript {

    private final List<Step> steps;
    private final boolean quiet;

    private SedScript(List<Step> steps, boolean quiet) {
        this.steps = List.copyOf(steps);
        this.quiet = quiet;
    }

    /// @param from the first line it is for, 0 for all; `to` the last
    private record Step(
            int from,
            int to,
            @Nullable Pattern where,
            char command,
            @Nullable Pattern what,
            String by,
            String flags) {

        boolean concerns(String line, int number) {
            return where != null ? where.matcher(line).find() : from == 0 || (number >= from && number <= to);
        }
    }

    static SedScript parse(String script, boolean extended, boolean quiet) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < script.length()) {
            if (" \t\n;".indexOf(script.charAt(at)) >= 0) {
                at++;
                continue;
            }
            at = step(script, at, extended, steps);
        }
        return new SedScript(steps, quiet);
    }

    private static int step(String script, int start, boolean extended, List<Step> steps) {
        int at = start;
        int from = 0;
        int to = 0;
        Pattern where = null;
        var numbers =
                Pattern.compile("(\\d+|\\$)(?:,(\\d+|\\$))?").matcher(script).region(at, script.length());
        if (numbers.lookingAt()) {
            from = line(numbers.group(1));
            to = numbers.group(2) == null ? from : line(numbers.group(2));
            at = numbers.end();
        } else if (script.charAt(at) == '/') {
            int end = end(script, at + 1, '/');
            where = EditCommands.regex(script.substring(at + 1, end), extended);
            at = end + 1;
        }
        char command = at < script.length() ? script.charAt(at) : 0;
        if (command != 's') {
            if ("dpq".indexOf(command) < 0 || command == 0) {
                throw new IllegalArgumentException("unsupported command " + command);
            }
            steps.add(new Step(from, to, where, command, null, "", ""));
            return at + 1;
        }
        if (at + 1 >= script.length()) {
            throw new IllegalArgumentException("unmatched '/'");
        }
        char mark = script.charAt(at + 1);
        int middle = end(script, at + 2, mark);
        int last = end(script, middle + 1, mark);
        int flags = last + 1;
        while (flags < script.length() && "gipI".indexOf(script.charAt(flags)) >= 0) {
            flags++;
        }
        String by = replacement(script.substring(middle + 1, last).replace("\\" + mark, String.valueOf(mark)));
        String said = script.substring(last + 1, flags);
        String what = script.substring(at + 2, middle).replace("\\" + mark, String.valueOf(mark));
        Pattern pattern = EditCommands.regex(what, extended);
        steps.add(new Step(
                from,
                to,
                where,
                's',
                said.matches(".*[iI].*") ? Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE) : pattern,
                by,
                said));
        return flags;
    }

    private static int line(String text) {
        return text.equals("$") || text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
    }

    private static int end(String script, int from, char mark) {
        for (int i = from; i < script.length(); i++) {
            if (script.charAt(i) == '\\') {
                i++;
            } else if (script.charAt(i) == mark) {
                return i;
            }
        }
        throw new IllegalArgumentException("unmatched '" + mark + "'");
    }

    /// `&` and `\1` as Java writes them.
    private static String replacement(String text) {
        StringBuilder by = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                by.append(Character.isDigit(next) ? "$" + next : next == 'n' ? "\n" : "\\" + next);
            } else {
                by.append(c == '&' ? "$0" : c == '$' ? "\\$" : String.valueOf(c));
            }
        }
        return by.toString();
    }

    /// What becomes of a line, with its end.
    String apply(String line, int number) {
        String now = line;
        StringBuilder printed = new StringBuilder();
        for (Step step : steps) {
            if (!step.concerns(now, number)) {
                continue;
            }
            if (step.command() == 'd') {
                return printed.toString();
            }
            if (step.command() == 'p') {
                printed.append(now).append('\n');
            }
            if (step.what() != null) {
                var matcher = step.what().matcher(now);
                boolean found = matcher.find();
                matcher.reset();
                now = step.flags().contains("g") ? matcher.replaceAll(step.by()) : matcher.replaceFirst(step.by());
                if (found && step.flags().contains("p")) {
                    printed.append(now).append('\n');
                }
            }
        }
        return quiet ? printed.toString() : printed + now + "\n";
    }

    boolean quits(int number) {
        return steps.stream().anyMatch(s -> s.command() == 'q' && (s.from() == 0 || s.from() == number));
    }
}

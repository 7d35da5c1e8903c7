package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `awk` as scripts use it most: `[/pattern/|NR==n] {print $1, $NF, "text"}`, with `-F`.
final class AwkCommand implements Command {

    private static final Pattern PROGRAM = Pattern.compile(
            "\\s*(?:/((?:[^/\\\\]|\\\\.)*)/|NR\\s*(==|>|<|>=|<=)\\s*(\\d{1,9}))?\\s*(?:\\{\\s*print\\s*(.*?);?\\s*})?\\s*");
    private static final Pattern ITEM = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\$(NF|\\d{1,4})|NR|NF|,|\\s+");

    @Override
    public void run(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        Filters.flags(words, "Fv", values);
        String separator = Filters.value(values, 'F').orElse(" ");
        var program = PROGRAM.matcher(words.isEmpty() ? "" : words.removeFirst());
        if (!program.matches() || !isKnown(program.group(4))) {
            p.complain("awk: only [/pattern/|NR==n] {print FIELDS} is known here\n");
            p.exit(2);
            return;
        }
        String items = program.group(4) == null ? "" : program.group(4);
        Pattern where = program.group(1) == null ? null : EditCommands.regex(program.group(1), true);
        int[] number = {0};
        Filters.lines(
                p,
                words,
                line -> {
                    number[0]++;
                    boolean chosen = where == null
                            ? program.group(2) == null
                                    || holds(number[0], program.group(2), Integer.parseInt(program.group(3)))
                            : where.matcher(line).find();
                    if (chosen) {
                        p.print(print(items, line, separator, number[0]) + "\n");
                    }
                },
                p::exit);
    }

    private static boolean isKnown(@org.jspecify.annotations.Nullable String items) {
        return items == null || ITEM.matcher(items).replaceAll("").isEmpty();
    }

    private static boolean holds(int left, String operator, int right) {
        return switch (operator) {
            case "==" -> left == right;
            case ">" -> left > right;
            case "<" -> left < right;
            case ">=" -> left >= right;
            default -> left <= right;
        };
    }

    private static String print(String items, String line, String separator, int number) {
        if (items.isBlank()) {
            return line;
        }
        String[] fields =
                separator.equals(" ") ? line.strip().split("\\s+", -1) : line.split(Pattern.quote(separator), -1);
        StringBuilder out = new StringBuilder();
        var item = ITEM.matcher(items);
        while (item.find()) {
            String text = item.group();
            if (item.group(1) != null) {
                out.append(TextCommands.unescape(item.group(1)));
            } else if (item.group(2) != null) {
                int at = item.group(2).equals("NF") ? fields.length : Integer.parseInt(item.group(2));
                out.append(at == 0 ? line : at <= fields.length ? fields[at - 1] : "");
            } else if (text.equals(",")) {
                out.append(' ');
            } else if (text.equals("NR") || text.equals("NF")) {
                out.append(text.equals("NR") ? number : fields.length);
            }
        }
        return out.toString();
    }
}

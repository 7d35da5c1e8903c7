package drydock.sim.container;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Programs that change text on its way: `sed`, `awk`, `cut`, `sort`, `uniq`, `tr`, `rev`, `xargs`.
final class EditCommands {

    private EditCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("sed", EditCommands::sed);
        table.put("awk", new AwkCommand());
        table.put("cut", EditCommands::cut);
        table.put("sort", EditCommands::sort);
        table.put("uniq", EditCommands::uniq);
        table.put("tr", EditCommands::tr);
        table.put(
                "rev",
                p -> Filters.lines(
                        p, p.operands(), line -> p.print(new StringBuilder(line).reverse() + "\n"), p::exit));
        table.put("xargs", EditCommands::xargs);
    }

    private static void sed(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        String flags = Filters.flags(words, "e", values);
        Optional<String> given = Filters.value(values, 'e');
        if (given.isEmpty() && words.isEmpty()) {
            p.complain("Usage: sed [-i[SFX]] [-nrE] [-f FILE]... [-e CMD]... [FILE]...\n");
            p.exit(1);
            return;
        }
        String script = given.orElseGet(words::removeFirst);
        boolean extended = flags.contains("E") || flags.contains("r");
        try {
            SedScript sed = SedScript.parse(script, extended, flags.contains("n"));
            if (flags.contains("i")) {
                inPlace(p, sed, words);
            } else {
                int[] number = {0};
                Filters.lines(
                        p,
                        words,
                        line -> {
                            p.print(sed.apply(line, ++number[0]));
                            if (sed.quits(number[0])) {
                                p.exit(0);
                            }
                        },
                        p::exit);
            }
        } catch (IllegalArgumentException e) {
            p.complain("sed: " + e.getMessage() + "\n");
            p.exit(1);
        }
    }

    private static void inPlace(ContainerProcess p, SedScript sed, List<String> files) {
        int code = 0;
        for (String file : files) {
            Optional<String> text = Filters.read(p, file);
            if (text.isEmpty()) {
                code = 1;
                continue;
            }
            StringBuilder changed = new StringBuilder();
            int number = 0;
            for (String line : text.get().lines().toList()) {
                changed.append(sed.apply(line, ++number));
            }
            if (!p.container().files().write(p.resolve(file), changed.toString())) {
                p.complain("sed: can't create temp file '" + file + "XXXXXX': "
                        + p.container().files().refusal(p.resolve(file)) + "\n");
                code = 1;
            }
        }
        p.exit(code);
    }

    private static void cut(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        String flags = Filters.flags(words, "dfc", values);
        String delimiter = Filters.value(values, 'd').orElse("\t");
        String list = Filters.value(values, flags.contains("c") ? 'c' : 'f').orElse("");
        if (list.isEmpty()) {
            p.complain("cut: expected a list of bytes, characters, or fields\n");
            p.exit(1);
            return;
        }
        Filters.lines(
                p,
                words,
                line -> {
                    boolean fields = flags.contains("f");
                    if (fields && !line.contains(delimiter)) {
                        p.print(line + "\n");
                        return;
                    }
                    String[] parts = line.split(fields ? Pattern.quote(delimiter) : "", -1);
                    List<String> kept = new ArrayList<>();
                    for (int i = 0; i < parts.length; i++) {
                        if (chosen(list, i + 1)) {
                            kept.add(parts[i]);
                        }
                    }
                    p.print(String.join(fields ? delimiter : "", kept) + "\n");
                },
                p::exit);
    }

    private static boolean chosen(String list, int number) {
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            int from = whole(ends[0], 1);
            int to = ends.length == 1 ? from : whole(ends[1], Integer.MAX_VALUE);
            if (number >= from && number <= to) {
                return true;
            }
        }
        return false;
    }

    private static int whole(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private static void sort(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        String flags = Filters.flags(words, "kt", values);
        int column = whole(Filters.value(values, 'k').orElse("0").replaceAll("\\D.*", ""), 0);
        String separator = Filters.value(values, 't').map(Pattern::quote).orElse("\\s+");
        Comparator<String> order = Comparator.comparing(line -> key(line, column, separator));
        if (flags.contains("n")) {
            order = Comparator.<String>comparingDouble(line -> number(key(line, column, separator)))
                    .thenComparing(Comparator.naturalOrder());
        }
        Comparator<String> whole = flags.contains("r") ? order.reversed() : order;
        Filters.text(
                p,
                words,
                text -> {
                    List<String> lines = new ArrayList<>(text.lines().toList());
                    Collections.sort(lines, whole);
                    lines.stream()
                            .distinct()
                            .limit(flags.contains("u") ? Long.MAX_VALUE : 0)
                            .forEach(line -> p.print(line + "\n"));
                    if (!flags.contains("u")) {
                        lines.forEach(line -> p.print(line + "\n"));
                    }
                },
                p::exit);
    }

    private static String key(String line, int column, String separator) {
        if (column == 0) {
            return line;
        }
        String[] fields = line.strip().split(separator, -1);
        return column <= fields.length ? fields[column - 1] : "";
    }

    private static double number(String text) {
        var matcher = Pattern.compile("^\\s*(-?\\d+(\\.\\d+)?)").matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static void uniq(ContainerProcess p) {
        boolean counts = p.operands().contains("-c");
        String[] last = {null};
        int[] times = {0};
        Runnable tell = () -> {
            if (last[0] != null) {
                p.print((counts ? String.format(Locale.ROOT, "%7d ", times[0]) : "") + last[0] + "\n");
            }
        };
        Filters.lines(
                p,
                Filters.plain(p),
                line -> {
                    if (!line.equals(last[0])) {
                        tell.run();
                        times[0] = 0;
                    }
                    last[0] = line;
                    times[0]++;
                },
                code -> {
                    tell.run();
                    p.exit(code);
                });
    }

    private static void tr(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        String flags = Filters.flags(words, "", new ArrayList<>());
        boolean deletes = flags.contains("d");
        String from = set(words.isEmpty() ? "" : words.getFirst());
        String to = set(words.size() > 1 ? words.get(1) : "");
        p.streams()
                .in()
                .lines(
                        line -> {
                            StringBuilder out = new StringBuilder();
                            for (int i = 0; i < line.length(); i++) {
                                char c = line.charAt(i);
                                int at = from.indexOf(c);
                                if (at < 0) {
                                    out.append(c);
                                } else if (!deletes && to.isEmpty()) {
                                    boolean again =
                                            flags.contains("s") && !out.isEmpty() && out.charAt(out.length() - 1) == c;
                                    out.append(again ? "" : String.valueOf(c));
                                } else if (!deletes) {
                                    out.append(to.charAt(Math.min(at, to.length() - 1)));
                                }
                            }
                            p.print(out.toString());
                        },
                        () -> p.exit(0));
    }

    private static String set(String text) {
        String plain = TextCommands.unescape(text)
                .replace("[:upper:]", "A-Z")
                .replace("[:lower:]", "a-z")
                .replace("[:digit:]", "0-9")
                .replace("[:space:]", " \t\n\r");
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            if (i + 2 < plain.length() && plain.charAt(i + 1) == '-') {
                for (char c = plain.charAt(i); c <= plain.charAt(i + 2); c++) {
                    all.append(c);
                }
                i += 2;
            } else {
                all.append(plain.charAt(i));
            }
        }
        return all.toString();
    }

    private static void xargs(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        Filters.flags(words, "nI", values);
        List<String> program = words.isEmpty() ? List.of("echo") : words;
        Optional<String> place = Filters.value(values, 'I');
        int each = place.isPresent() ? 1 : whole(Filters.value(values, 'n').orElse(""), Integer.MAX_VALUE);
        p.streams().in().all(text -> {
            List<String> items = place.isPresent()
                    ? text.lines().toList()
                    : text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
            xargs(p, program, place.orElse(""), items, each, 0);
        });
    }

    private static void xargs(
            ContainerProcess p, List<String> program, String place, List<String> items, int each, int code) {
        if (items.isEmpty()) {
            p.exit(code);
            return;
        }
        int count = Math.min(each, items.size());
        List<String> words = new ArrayList<>();
        if (place.isEmpty()) {
            words.addAll(program);
            words.addAll(items.subList(0, count));
        } else {
            program.forEach(word -> words.add(word.replace(place, items.getFirst())));
        }
        p.run(
                words,
                p.streams().withIn(Input.of("")),
                p.environment(),
                c -> xargs(p, program, place, items.subList(count, items.size()), each, c == 0 ? code : 123));
    }

    static Pattern regex(String text, boolean extended) {
        try {
            return Pattern.compile(extended ? text : Formats.basicRegex(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("bad regex '" + text + "': " + e.getDescription(), e);
        }
    }
}

package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Programs that print and search text: `echo`, `printf`, `cat`, `head`, `tail`, `grep`, `wc`, `seq`, `tee`, `yes`.
final class TextCommands {

    private static final Duration FOLLOW = Duration.ofSeconds(1);

    private TextCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("echo", TextCommands::echo);
        table.put("printf", TextCommands::printf);
        table.put("cat", TextCommands::cat);
        table.put("head", TextCommands::head);
        table.put("tail", TextCommands::tail);
        table.put("grep", TextCommands::grep);
        table.put("egrep", TextCommands::grep);
        table.put("wc", TextCommands::wc);
        table.put("seq", TextCommands::seq);
        table.put("tee", TextCommands::tee);
    }

    private static void echo(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        boolean newline = true;
        boolean escapes = false;
        while (!words.isEmpty() && words.getFirst().matches("-[neE]+")) {
            String flags = words.removeFirst();
            newline &= !flags.contains("n");
            escapes |= flags.contains("e");
        }
        String text = String.join(" ", words);
        p.print((escapes ? unescape(text) : text) + (newline ? "\n" : ""));
        p.exit(0);
    }

    private static void printf(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        if (words.isEmpty()) {
            p.complain("printf: usage: printf FORMAT [ARG]...\n");
            p.exit(1);
            return;
        }
        p.print(Formats.format(unescape(words.removeFirst()), words));
        p.exit(0);
    }

    static String unescape(String text) {
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\r", "\r")
                .replace("\\\\", "\\");
    }

    private static void cat(ContainerProcess p) {
        boolean numbers = p.operands().contains("-n");
        int[] count = {0};
        List<String> files = Filters.plain(p);
        if (numbers) {
            Filters.lines(
                    p, files, line -> p.print(String.format(Locale.ROOT, "%6d\t%s\n", ++count[0], line)), p::exit);
        } else {
            copy(p, files.isEmpty() ? List.of("-") : files, 0, 0);
        }
    }

    private static void copy(ContainerProcess p, List<String> files, int index, int code) {
        if (index == files.size()) {
            p.exit(code);
        } else if (files.get(index).equals("-")) {
            p.streams().in().lines(p::print, () -> copy(p, files, index + 1, code));
        } else {
            Optional<String> text = Filters.read(p, files.get(index));
            text.ifPresent(p::print);
            copy(p, files, index + 1, text.isPresent() ? code : 1);
        }
    }

    private static void head(ContainerProcess p) {
        Cut cut = Cut.of(p);
        int[] left = {cut.lines()};
        if (left[0] == 0) {
            p.exit(0);
            return;
        }
        Filters.lines(
                p,
                cut.files(),
                line -> {
                    p.print(line + "\n");
                    if (--left[0] == 0) {
                        p.exit(0);
                    }
                },
                p::exit);
    }

    private static void tail(ContainerProcess p) {
        Cut cut = Cut.of(p);
        if (cut.files().isEmpty() || cut.files().getFirst().equals("-")) {
            Filters.text(p, List.of(), text -> p.print(last(text, cut)), p::exit);
            return;
        }
        String file = cut.files().getFirst();
        String path = p.resolve(file);
        if (path.equals("/dev/zero")) {
            GrowingMemory.of(p); // it keeps the last line, which never ends
            return;
        }
        boolean waits = cut.follow() == 'F' && p.container().files().read(path).isEmpty();
        Optional<String> text = waits ? Optional.of("") : Filters.read(p, file);
        if (text.isEmpty()) {
            p.exit(1);
            return;
        }
        p.print(last(text.get(), cut));
        if (cut.follow() != 0) {
            follow(p, path, text.get().length());
        } else {
            p.exit(0);
        }
    }

    private static String last(String text, Cut cut) {
        String[] lines = text.split("(?<=\n)", -1);
        int count = lines.length - (text.isEmpty() || text.endsWith("\n") ? 1 : 0);
        int from = cut.fromStart() ? Math.min(count, cut.lines() - 1) : Math.max(0, count - cut.lines());
        return String.join("", List.of(lines).subList(Math.max(0, from), count));
    }

    private static void follow(ContainerProcess p, String path, int seen) {
        p.after(FOLLOW, () -> {
            String text = p.container().files().read(path).orElse("");
            if (text.length() != seen) {
                p.print(text.substring(text.length() < seen ? 0 : seen));
            }
            follow(p, path, text.length());
        });
    }

    private static void grep(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        String flags = Filters.flags(words, "eAB", values);
        Optional<String> given = Filters.value(values, 'e');
        if (words.isEmpty() && given.isEmpty()) {
            p.complain("Usage: grep [-HhnlLoqvsrRiwFE] [-m N] [-A|B|C N] { PATTERN | -e PATTERN... } [FILE]...\n");
            p.exit(2);
            return;
        }
        String text = given.orElseGet(words::removeFirst);
        try {
            boolean extended = flags.contains("E") || p.arguments().getFirst().equals("egrep");
            String regex = flags.contains("F") ? Pattern.quote(text) : extended ? text : Formats.basicRegex(text);
            Pattern pattern = Pattern.compile(
                    flags.contains("w") ? "\\b(?:" + regex + ")\\b" : regex,
                    flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0);
            search(p, flags, pattern, words);
        } catch (PatternSyntaxException e) {
            p.complain("grep: bad regex: " + e.getDescription() + "\n");
            p.exit(2);
        }
    }

    private static void search(ContainerProcess p, String flags, Pattern pattern, List<String> files) {
        int[] seen = {0, 0};
        Filters.lines(
                p,
                files,
                line -> {
                    seen[1]++;
                    var matcher = pattern.matcher(line);
                    if (matcher.find() == flags.contains("v")) {
                        return;
                    }
                    seen[0]++;
                    if (flags.contains("q")) {
                        p.exit(0);
                    } else if (flags.contains("o")) {
                        do {
                            p.print(matcher.group() + "\n");
                        } while (matcher.find());
                    } else if (!flags.contains("c") && !flags.contains("l")) {
                        p.print((flags.contains("n") ? seen[1] + ":" : "") + line + "\n");
                    }
                },
                code -> {
                    if (flags.contains("c")) {
                        p.print(seen[0] + "\n");
                    } else if (flags.contains("l") && seen[0] > 0) {
                        p.print((files.isEmpty() ? "(standard input)" : files.getFirst()) + "\n");
                    }
                    p.exit(code != 0 ? 2 : seen[0] > 0 ? 0 : 1);
                });
    }

    private static void wc(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        String flag = Filters.flags(words, "", new ArrayList<>());
        Filters.text(
                p,
                words,
                text -> {
                    long lines = text.chars().filter(c -> c == '\n').count();
                    long count = text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
                    String named = words.isEmpty() ? "" : " " + words.getFirst();
                    p.print(switch (flag) {
                                case "l" -> lines + named;
                                case "w" -> count + named;
                                case "c", "m" -> text.length() + named;
                                default -> lines + " " + count + " " + text.length() + named;
                            }
                            + "\n");
                },
                p::exit);
    }

    private static void seq(ContainerProcess p) {
        List<String> words = p.operands();
        if (words.isEmpty() || !words.stream().allMatch(w -> w.matches("-?\\d{1,6}"))) {
            p.complain("seq: invalid number\n");
            p.exit(1);
            return;
        }
        int first = words.size() > 1 ? Integer.parseInt(words.getFirst()) : 1;
        int step = words.size() > 2 ? Integer.parseInt(words.get(1)) : 1;
        int last = Integer.parseInt(words.getLast());
        StringBuilder text = new StringBuilder();
        for (int i = first; step > 0 ? i <= last : step < 0 && i >= last; i += step) {
            text.append(i).append('\n');
        }
        p.print(text.toString());
        p.exit(0);
    }

    private static void tee(ContainerProcess p) {
        boolean append = p.operands().contains("-a");
        Files files = p.container().files();
        List<String> paths = Filters.plain(p).stream().map(p::resolve).toList();
        int[] code = {0};
        for (String name : Filters.plain(p)) {
            String path = p.resolve(name);
            if (!(append ? files.append(path, "") : files.write(path, ""))) {
                p.complain("tee: " + name + ": " + files.refusal(path) + "\n");
                code[0] = 1;
            }
        }
        p.streams()
                .in()
                .lines(
                        line -> {
                            p.print(line);
                            paths.forEach(path -> files.append(path, line));
                        },
                        () -> p.exit(code[0]));
    }

    /// What `head` and `tail` are to show.
    ///
    /// @param follow `f`, `F`, or 0
    private record Cut(int lines, boolean fromStart, char follow, List<String> files) {

        static Cut of(ContainerProcess p) {
            int lines = 10;
            boolean fromStart = false;
            char follow = 0;
            List<String> files = new ArrayList<>();
            for (String word : p.operands()) {
                if (word.matches("-[fF]|-n?\\d{0,6}[fF]")) {
                    follow = word.charAt(word.length() - 1);
                    lines = word.matches(".*\\d.*") ? Integer.parseInt(word.replaceAll("\\D", "")) : lines;
                } else if (word.matches("-n?\\+?\\d{1,6}|\\+?\\d{1,6}")) {
                    lines = Integer.parseInt(word.replaceAll("\\D", ""));
                    fromStart = word.contains("+");
                } else if (!word.equals("-n") && !word.startsWith("--")) {
                    files.add(word);
                }
            }
            return new Cut(lines, fromStart, follow, files);
        }
    }
}

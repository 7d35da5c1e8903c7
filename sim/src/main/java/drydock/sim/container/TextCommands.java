package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Programs that print and search text: `echo`, `printf`, `cat`, `head`, `tail`, `grep`, `wc`, `seq`.
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
        table.put("wc", TextCommands::wc);
        table.put("seq", TextCommands::seq);
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
        String text = unescape(words.removeFirst());
        while (text.matches("(?s).*%[sdi].*")) {
            String value = words.isEmpty() ? "" : words.removeFirst();
            text = text.replaceFirst("%[sdi]", Matcher.quoteReplacement(value));
        }
        p.print(text.replace("%%", "%"));
        p.exit(0);
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
    }

    private static void cat(ContainerProcess p) {
        boolean failed = false;
        for (String name : p.operands().isEmpty() ? List.of("-") : p.operands()) {
            Optional<String> text = input(p, "cat", name);
            text.ifPresent(p::print);
            failed |= text.isEmpty();
        }
        p.exit(failed ? 1 : 0);
    }

    private static void head(ContainerProcess p) {
        Cut cut = Cut.of(p);
        Optional<String> text = input(p, "head", cut.file());
        text.ifPresent(t -> p.print(lines(t, 0, cut.lines())));
        p.exit(text.isPresent() ? 0 : 1);
    }

    private static void tail(ContainerProcess p) {
        Cut cut = Cut.of(p);
        Optional<String> text = input(p, "tail", cut.file());
        if (text.isEmpty()) {
            p.exit(1);
            return;
        }
        int count = text.get().split("\n", -1).length - (text.get().endsWith("\n") ? 1 : 0);
        p.print(lines(text.get(), Math.max(0, count - cut.lines()), Integer.MAX_VALUE));
        if (cut.follow()) {
            follow(p, cut.file(), text.get().length());
        } else {
            p.exit(0);
        }
    }

    private static void follow(ContainerProcess p, String file, int seen) {
        p.after(FOLLOW, () -> {
            String text = file.equals("-")
                    ? ""
                    : p.container().files().read(p.resolve(file)).orElse("");
            if (text.length() > seen) {
                p.print(text.substring(seen));
            }
            follow(p, file, text.length());
        });
    }

    private static void grep(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        String flags = "";
        while (!words.isEmpty() && words.getFirst().matches("-[a-zA-Z]+")) {
            flags += words.removeFirst();
        }
        if (words.isEmpty()) {
            p.complain("Usage: grep [-viqcE] PATTERN [FILE]...\n");
            p.exit(2);
            return;
        }
        try {
            search(
                    p,
                    flags,
                    Pattern.compile(words.removeFirst(), flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0),
                    words.isEmpty() ? List.of("-") : words);
        } catch (PatternSyntaxException e) {
            p.complain("grep: bad regex: " + e.getDescription() + "\n");
            p.exit(2);
        }
    }

    private static void search(ContainerProcess p, String flags, Pattern pattern, List<String> files) {
        StringBuilder found = new StringBuilder();
        long count = 0;
        for (String file : files) {
            String text = input(p, "grep", file).orElse("");
            for (String line : text.lines().toList()) {
                if (pattern.matcher(line).find() != flags.contains("v")) {
                    found.append(line).append('\n');
                    count++;
                }
            }
        }
        if (!flags.contains("q")) {
            p.print(flags.contains("c") ? count + "\n" : found.toString());
        }
        p.exit(count > 0 ? 0 : 1);
    }

    private static void wc(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        String flag = !words.isEmpty() && words.getFirst().startsWith("-") ? words.removeFirst() : "";
        String text = input(p, "wc", words.isEmpty() ? "-" : words.getFirst()).orElse("");
        long lines = text.chars().filter(c -> c == '\n').count();
        long count = text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
        p.print(
                switch (flag) {
                    case "-l" -> lines + "\n";
                    case "-w" -> count + "\n";
                    case "-c" -> text.length() + "\n";
                    default -> lines + " " + count + " " + text.length() + "\n";
                });
        p.exit(0);
    }

    private static void seq(ContainerProcess p) {
        List<String> words = p.operands();
        if (words.isEmpty() || !words.stream().allMatch(w -> w.matches("-?\\d{1,6}"))) {
            p.complain("seq: invalid number\n");
            p.exit(1);
            return;
        }
        int first = words.size() > 1 ? Integer.parseInt(words.getFirst()) : 1;
        int last = Integer.parseInt(words.getLast());
        StringBuilder text = new StringBuilder();
        for (int i = first; i <= last; i++) {
            text.append(i).append('\n');
        }
        p.print(text.toString());
        p.exit(0);
    }

    /// What a file holds, or with `-` the input; an error is told and gives empty.
    private static Optional<String> input(ContainerProcess p, String program, String name) {
        if (name.equals("-")) {
            return Optional.of(p.streams().in());
        }
        String path = p.resolve(name);
        Files files = p.container().files();
        Optional<String> text = path.equals("/dev/null") ? Optional.of("") : files.read(path);
        if (text.isEmpty()) {
            String why = files.isDirectory(path) ? "Is a directory" : "No such file or directory";
            p.complain(program + ": can't open '" + name + "': " + why + "\n");
        }
        return text;
    }

    private static String lines(String text, int from, int count) {
        StringBuilder taken = new StringBuilder();
        String[] lines = text.split("(?<=\n)", -1);
        for (int i = from; i < lines.length && i - from < count; i++) {
            taken.append(lines[i]);
        }
        return taken.toString();
    }

    /// What `head` and `tail` are to show.
    private record Cut(int lines, boolean follow, String file) {

        static Cut of(ContainerProcess p) {
            int lines = 10;
            boolean follow = false;
            String file = "-";
            for (String word : p.operands()) {
                if (word.equals("-f") || word.equals("-F")) {
                    follow = true;
                } else if (word.matches("-?n?\\d{1,6}")) {
                    lines = Integer.parseInt(word.replaceAll("\\D", ""));
                } else if (!word.equals("-n")) {
                    file = word;
                }
            }
            return new Cut(lines, follow, file);
        }
    }
}

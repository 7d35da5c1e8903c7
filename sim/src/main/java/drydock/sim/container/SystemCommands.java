package drydock.sim.container;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Programs about the process and the machine: `env`, `date`, `id`, `whoami`, `uname`, `ps`, `kill`, `which`,
/// `timeout`,
/// `nproc`, `free`.
final class SystemCommands {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SystemCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("env", SystemCommands::env);
        table.put("printenv", SystemCommands::env);
        table.put("date", SystemCommands::date);
        table.put("id", p -> say(p, p.operands().contains("-u") ? "0" : "uid=0(root) gid=0(root) groups=0(root)"));
        table.put("whoami", p -> say(p, "root"));
        table.put("uname", SystemCommands::uname);
        table.put("ps", SystemCommands::ps);
        table.put("kill", SystemCommands::kill);
        table.put("which", SystemCommands::which);
        table.put("timeout", SystemCommands::timeout);
        table.put("nohup", p -> p.become(p.operands(), p.streams()));
        table.put("nproc", p -> say(p, "4"));
        table.put(
                "free",
                p -> say(
                        p,
                        "              total        used\nMem:        8388608     "
                                + p.container().load().memoryBytes() / 1024));
        table.put("dd", DdCommand::run);
        table.put("sync", p -> p.exit(0));
        table.put("clear", p -> p.exit(0));
    }

    private static void env(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        if (p.arguments().getFirst().endsWith("printenv") && !words.isEmpty()) {
            String value = p.environment().get(words.getFirst());
            if (value != null) {
                p.print(value + "\n");
            }
            p.exit(value == null ? 1 : 0);
            return;
        }
        while (!words.isEmpty() && words.getFirst().matches("\\w+=.*")) {
            String pair = words.removeFirst();
            p.environment().put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        if (words.isEmpty()) {
            new TreeMap<>(p.environment()).forEach((name, value) -> p.print(name + "=" + value + "\n"));
            p.exit(0);
        } else {
            p.run(words, p.streams(), p.environment(), p::exit);
        }
    }

    private static void date(ContainerProcess p) {
        Instant now = p.container().engine().now();
        Optional<String> format =
                p.operands().stream().filter(w -> w.startsWith("+")).findFirst();
        say(p, format.map(f -> formatted(f.substring(1), now)).orElseGet(() -> DATE.format(now)));
    }

    private static String formatted(String format, Instant now) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                text.append(format.charAt(i));
                continue;
            }
            char letter = format.charAt(++i);
            String pattern = switch (letter) {
                case 'Y' -> "yyyy";
                case 'm' -> "MM";
                case 'd' -> "dd";
                case 'H' -> "HH";
                case 'M' -> "mm";
                case 'S' -> "ss";
                case 'F' -> "yyyy-MM-dd";
                case 'T' -> "HH:mm:ss";
                case 'N' -> "nnnnnnnnn";
                case 'Z' -> "'UTC'";
                case 'a' -> "EEE";
                case 'b' -> "MMM";
                case 'j' -> "DDD";
                default -> "";
            };
            text.append(
                    letter == 's'
                            ? String.valueOf(now.getEpochSecond())
                            : pattern.isEmpty()
                                    ? "%" + letter
                                    : DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                                            .withZone(ZoneOffset.UTC)
                                            .format(now));
        }
        return text.toString();
    }

    private static void uname(ContainerProcess p) {
        String host = p.container().network().hostname();
        say(
                p,
                p.operands().contains("-n")
                        ? host
                        : p.operands().contains("-r")
                                ? "6.1.0"
                                : p.operands().contains("-a") ? "Linux " + host + " 6.1.0 x86_64 Linux" : "Linux");
    }

    private static void ps(ContainerProcess p) {
        p.print("PID   USER     TIME  COMMAND\n");
        p.container()
                .processes()
                .entries()
                .forEach(each ->
                        p.print(String.format(Locale.ROOT, "%5d root      0:00 %s\n", each.pid(), each.command())));
        p.exit(0);
    }

    private static void kill(ContainerProcess p) {
        boolean hard = p.operands().stream().anyMatch(w -> w.matches("-(9|KILL|SIGKILL)"));
        boolean asks = p.operands().contains("-0");
        int code = 0;
        for (String word : Filters.plain(p)) {
            Optional<ContainerProcess> other = word.matches("\\d{1,9}")
                    ? p.container().processes().find(Integer.parseInt(word))
                    : Optional.empty();
            if (other.isEmpty()) {
                p.complain("sh: can't kill pid " + word + ": No such process\n");
                code = 1;
            } else if (!asks) {
                signal(other.get(), hard);
            }
        }
        p.exit(code);
    }

    /// Not even SIGKILL from inside the container reaches its first process.
    private static void signal(ContainerProcess other, boolean hard) {
        if (!hard) {
            other.terminate();
        } else if (other.pid() != 1) {
            other.kill();
        }
    }

    private static void which(ContainerProcess p) {
        boolean missing = false;
        for (String name : p.operands()) {
            if (p.container().has(name)) {
                p.print("/bin/" + name + "\n");
            } else {
                missing = true;
            }
        }
        p.exit(missing ? 1 : 0);
    }

    private static void timeout(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            words.removeFirst();
        }
        String seconds = words.isEmpty() ? "" : words.removeFirst().replaceFirst("s$", "");
        if (!seconds.matches("\\d{1,6}(\\.\\d{1,3})?") || words.isEmpty()) {
            p.complain("Usage: timeout [-s SIG] SECS PROG ARGS\n");
            p.exit(1);
            return;
        }
        p.after(Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000)), () -> p.exit(143));
        p.run(words, p.streams(), p.environment(), p::exit);
    }

    private static void say(ContainerProcess p, String text) {
        p.print(text + "\n");
        p.exit(0);
    }
}

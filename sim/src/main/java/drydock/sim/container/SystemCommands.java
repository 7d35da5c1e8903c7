package drydock.sim.container;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Programs that tell about the container: `env`, `printenv`, `date`, `id`, `whoami`, `uname`.
final class SystemCommands {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SystemCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("env", SystemCommands::env);
        table.put("printenv", SystemCommands::env);
        table.put(
                "date",
                p -> say(
                        p,
                        p.operands().contains("+%s")
                                ? String.valueOf(p.container().engine().now().getEpochSecond())
                                : DATE.format(p.container().engine().now())));
        table.put("id", p -> say(p, "uid=0(root) gid=0(root)"));
        table.put("whoami", p -> say(p, "root"));
        table.put(
                "uname",
                p -> say(
                        p, p.operands().contains("-n") ? p.container().network().hostname() : "Linux"));
    }

    private static void env(ContainerProcess p) {
        if (p.operands().isEmpty()) {
            new TreeMap<>(p.environment()).forEach((name, value) -> p.print(name + "=" + value + "\n"));
            p.exit(0);
        } else {
            String value = p.environment().get(p.operands().getFirst());
            if (value != null) {
                p.print(value + "\n");
            }
            p.exit(value == null ? 1 : 0);
        }
    }

    private static void say(ContainerProcess p, String text) {
        p.print(text + "\n");
        p.exit(0);
    }
}

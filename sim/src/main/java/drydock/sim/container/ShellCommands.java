package drydock.sim.container;

import java.util.Map;
import java.util.TreeMap;

/// The programs of a BusyBox, by name.
final class ShellCommands {

    private static final Map<String, Command> ALL = table();

    private ShellCommands() {}

    static Map<String, Command> all() {
        return ALL;
    }

    private static Map<String, Command> table() {
        Map<String, Command> table = new TreeMap<>();
        Shell shell = new Shell();
        for (String name : new String[] {"sh", "ash", "bash", "dash"}) {
            table.put(name, shell);
        }
        table.put("true", p -> p.exit(0));
        table.put("false", p -> p.exit(1));
        table.put("test", new TestCommand());
        table.put("[", new TestCommand());
        table.put("sleep", new SleepCommand());
        TextCommands.addTo(table);
        EditCommands.addTo(table);
        FileCommands.addTo(table);
        NetworkCommands.addTo(table);
        SystemCommands.addTo(table);
        return Map.copyOf(table);
    }
}

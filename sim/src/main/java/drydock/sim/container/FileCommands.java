package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Programs that make, list and remove files: `ls`, `mkdir`, `touch`, `rm`, `cp`, `mv`, `pwd`.
final class FileCommands {

    private FileCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("ls", FileCommands::ls);
        table.put(
                "mkdir",
                p -> each(p, "can't create directory", (files, path) -> {
                    files.makeDirectories(path);
                    return files.isDirectory(path);
                }));
        table.put("touch", p -> each(p, "can't touch", (files, path) -> files.append(path, "")));
        table.put("rm", FileCommands::rm);
        table.put("cp", p -> copy(p, false));
        table.put("mv", p -> copy(p, true));
        table.put("pwd", p -> {
            p.print(p.directory() + "\n");
            p.exit(0);
        });
    }

    private static void ls(ContainerProcess p) {
        List<String> names = plain(p);
        boolean failed = false;
        for (String name : names.isEmpty() ? List.of(".") : names) {
            Files files = p.container().files();
            String path = p.resolve(name);
            if (files.isDirectory(path)) {
                if (names.size() > 1) {
                    p.print(name + ":\n");
                }
                files.list(path).forEach(child -> p.print(child + "\n"));
            } else if (files.exists(path)) {
                p.print(name + "\n");
            } else {
                p.complain("ls: " + name + ": No such file or directory\n");
                failed = true;
            }
        }
        p.exit(failed ? 1 : 0);
    }

    private static void rm(ContainerProcess p) {
        boolean force = p.operands().stream().anyMatch(w -> w.startsWith("-") && w.contains("f"));
        each(p, "can't remove", (files, path) -> files.remove(path) || force);
    }

    private static void copy(ContainerProcess p, boolean move) {
        List<String> names = plain(p);
        Files files = p.container().files();
        Optional<String> text = names.size() == 2 ? files.read(p.resolve(names.getFirst())) : Optional.empty();
        if (text.isEmpty()) {
            p.complain("cp: can't stat '" + String.join(" ", names) + "': No such file or directory\n");
            p.exit(1);
            return;
        }
        String from = p.resolve(names.getFirst());
        String to = p.resolve(names.getLast());
        String file = files.isDirectory(to) ? to + from.substring(from.lastIndexOf('/')) : to;
        boolean written = files.write(file, text.get());
        if (written && move) {
            files.remove(from);
        }
        p.exit(written ? 0 : 1);
    }

    private static void each(ContainerProcess p, String complaint, BiPredicate<Files, String> action) {
        boolean failed = false;
        for (String name : plain(p)) {
            if (!action.test(p.container().files(), p.resolve(name))) {
                p.complain(
                        p.arguments().getFirst() + ": " + complaint + " '" + name + "': No such file or directory\n");
                failed = true;
            }
        }
        p.exit(failed ? 1 : 0);
    }

    private static List<String> plain(ContainerProcess p) {
        List<String> names = new ArrayList<>(p.operands());
        names.removeIf(w -> w.startsWith("-") && w.length() > 1);
        return names;
    }
}

package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiPredicate;

/// Programs that make, list and remove files: `ls`, `mkdir`, `touch`, `rm`, `cp`, `mv`, `ln`, `find`, `fallocate`,
/// `pwd`.
final class FileCommands {

    private static final String SEALED = "Read-only file system";

    private FileCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("ls", FileCommands::ls);
        table.put("mkdir", FileCommands::mkdir);
        table.put("touch", p -> each(p, Filters.plain(p), (files, path) -> files.append(path, "")));
        table.put("rm", FileCommands::rm);
        table.put("rmdir", FileCommands::rm);
        table.put("cp", p -> copy(p, false));
        table.put("mv", p -> copy(p, true));
        table.put("ln", p -> copy(p, false));
        table.put("chmod", FileCommands::chmod);
        table.put("chown", p -> p.exit(0));
        table.put("find", FileCommands::find);
        table.put("fallocate", FileCommands::fallocate);
        table.put("pwd", p -> {
            p.print(p.directory() + "\n");
            p.exit(0);
        });
        table.put("basename", p -> {
            String path = p.operands().isEmpty() ? "" : p.operands().getFirst();
            String name = path.substring(path.lastIndexOf('/') + 1);
            String end = p.operands().size() > 1 ? p.operands().get(1) : "";
            p.print((name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name) + "\n");
            p.exit(0);
        });
        table.put("dirname", p -> {
            String path = p.operands().isEmpty() ? "" : p.operands().getFirst();
            int slash = path.lastIndexOf('/');
            p.print((slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash)) + "\n");
            p.exit(0);
        });
    }

    private static void ls(ContainerProcess p) {
        List<String> names = Filters.plain(p);
        boolean hidden = p.operands().stream().anyMatch(w -> w.matches("-\\w*[aA]\\w*"));
        boolean details = p.operands().stream().anyMatch(w -> w.matches("-\\w*l\\w*"));
        boolean itself = p.operands().stream().anyMatch(w -> w.matches("-\\w*d\\w*"));
        boolean failed = false;
        for (String name : names.isEmpty() ? List.of(".") : names) {
            Files files = p.container().files();
            String path = p.resolve(name);
            if (files.isDirectory(path) && !itself) {
                if (names.size() > 1) {
                    p.print(name + ":\n");
                }
                if (details) {
                    p.print("total " + files.list(path).size() * 4 + "\n");
                }
                files.list(path).stream()
                        .filter(child -> hidden || !child.startsWith("."))
                        .forEach(child -> p.print(line(files, Files.resolve(path, child), child, details)));
            } else if (files.exists(path)) {
                p.print(line(files, path, name, details));
            } else {
                p.complain("ls: " + name + ": No such file or directory\n");
                failed = true;
            }
        }
        p.exit(failed ? 1 : 0);
    }

    private static String line(Files files, String path, String name, boolean details) {
        if (!details) {
            return name + "\n";
        }
        boolean directory = files.isDirectory(path);
        long size = directory ? 4096 : files.size(path);
        String rights = directory ? "drwxr-xr-x    2" : "-rw-r--r--    1";
        return rights + " root     root     "
                + " ".repeat(Math.max(0, 9 - String.valueOf(size).length())) + size + " " + name + "\n";
    }

    private static void mkdir(ContainerProcess p) {
        boolean parents = p.operands().stream().anyMatch(w -> w.matches("-\\w*p\\w*"));
        boolean failed = false;
        for (String name : Filters.plain(p)) {
            Files files = p.container().files();
            String path = p.resolve(name);
            boolean there = files.exists(path);
            boolean above = files.isDirectory(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
            boolean sealed = !there && files.isReadOnly(path);
            if (parents ? files.read(path).isPresent() || sealed : there || !above || sealed) {
                p.complain("mkdir: can't create directory '" + name + "': "
                        + (there ? "File exists" : parents || above ? SEALED : "No such file or directory") + "\n");
                failed = true;
            } else {
                files.makeDirectories(path);
            }
        }
        p.exit(failed ? 1 : 0);
    }

    private static void rm(ContainerProcess p) {
        boolean force = p.operands().stream().anyMatch(w -> w.startsWith("-") && w.contains("f"));
        boolean deep = p.arguments().getFirst().equals("rmdir")
                || p.operands().stream().anyMatch(w -> w.matches("-\\w*[rR]\\w*"));
        boolean failed = false;
        for (String name : Filters.plain(p)) {
            Files files = p.container().files();
            String path = p.resolve(name);
            if (files.isDirectory(path) && !deep) {
                p.complain("rm: '" + name + "' is a directory\n");
                failed = true;
            } else if (files.exists(path) && files.isReadOnly(path)) {
                left(p, files, path, name);
                failed = true;
            } else if (!files.remove(path) && !force) {
                p.complain("rm: can't remove '" + name + "': No such file or directory\n");
                failed = true;
            }
        }
        p.exit(failed ? 1 : 0);
    }

    /// Tells of each file that stays because it is read-only, and of a folder if it is empty
    /// (`libbb/remove_file.c`).
    private static void left(ContainerProcess p, Files files, String path, String name) {
        List<String> inside = files.isDirectory(path) ? files.list(path) : List.of();
        if (inside.isEmpty()) {
            p.complain(p.arguments().getFirst() + ": can't remove '" + name + "': " + SEALED + "\n");
        }
        inside.forEach(child -> left(p, files, Files.resolve(path, child), name.replaceFirst("/$", "") + "/" + child));
    }

    private static void copy(ContainerProcess p, boolean move) {
        List<String> names = new ArrayList<>(Filters.plain(p));
        if (names.size() < 2) {
            p.complain("BusyBox v1.36.1 multi-call binary.\n\nUsage: "
                    + p.arguments().getFirst() + " SOURCE... DEST\n");
            p.exit(1);
            return;
        }
        Files files = p.container().files();
        String to = p.resolve(names.removeLast());
        boolean failed = false;
        for (String name : names) {
            String from = p.resolve(name);
            String target = files.isDirectory(to) ? to + from.substring(from.lastIndexOf('/')) : to;
            if (!files.exists(from)) {
                p.complain(p.arguments().getFirst() + ": can't stat '" + name + "': No such file or directory\n");
                failed = true;
            } else if (!files.copy(from, target)) {
                p.complain(
                        p.arguments().getFirst() + ": can't create '" + target + "': " + files.refusal(target) + "\n");
                failed = true;
            } else if (move && !files.remove(from)) {
                left(p, files, from, name);
                failed = true;
            }
        }
        p.exit(failed ? 1 : 0);
    }

    private static void find(ContainerProcess p) {
        List<String> words = p.operands();
        String root = words.isEmpty() || words.getFirst().startsWith("-") ? "." : words.getFirst();
        int at = words.indexOf("-name");
        String glob = at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "*";
        int type = words.indexOf("-type");
        String kind = type >= 0 && type + 1 < words.size() ? words.get(type + 1) : "";
        Files files = p.container().files();
        if (!files.exists(p.resolve(root))) {
            p.complain("find: " + root + ": No such file or directory\n");
            p.exit(1);
            return;
        }
        walk(p, files, root, glob, kind);
        p.exit(0);
    }

    private static void walk(ContainerProcess p, Files files, String path, String glob, String kind) {
        String full = p.resolve(path);
        boolean directory = files.isDirectory(full);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (Globs.matches(glob, name) && (kind.isEmpty() || kind.equals(directory ? "d" : "f"))) {
            p.print(path + "\n");
        }
        if (directory) {
            files.list(full)
                    .forEach(child ->
                            walk(p, files, path.endsWith("/") ? path + child : path + "/" + child, glob, kind));
        }
    }

    /// Makes a file at least so long (`util-linux/fallocate.c`).
    private static void fallocate(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        Filters.flags(words, "lo", values);
        OptionalLong length = DdCommand.bytes(Filters.value(values, 'l').orElse(""));
        if (words.isEmpty() || length.isEmpty()) {
            p.complain("BusyBox v1.36.1 multi-call binary.\n\nUsage: fallocate [-o OFS] -l LEN FILE\n");
            p.exit(1);
            return;
        }
        Files files = p.container().files();
        String path = p.resolve(words.getFirst());
        long offset = DdCommand.bytes(Filters.value(values, 'o').orElse("")).orElse(0);
        long missing = offset + length.getAsLong() - files.size(path);
        if (!files.append(path, "")) {
            p.complain("fallocate: can't open '" + words.getFirst() + "': " + files.refusal(path) + "\n");
            p.exit(1);
        } else if (missing > 0 && !files.extend(path, missing)) {
            p.complain("fallocate: fallocate '" + words.getFirst() + "': " + files.refusal(path) + "\n");
            p.exit(1);
        } else {
            p.exit(0);
        }
    }

    /// There are no rights here; only that the files are there counts.
    private static void chmod(ContainerProcess p) {
        List<String> names = Filters.plain(p);
        each(
                p,
                names.subList(Math.min(1, names.size()), names.size()),
                (files, path) -> files.exists(path) && !files.isReadOnly(path));
    }

    private static void each(ContainerProcess p, List<String> names, BiPredicate<Files, String> action) {
        boolean failed = false;
        for (String name : names) {
            if (!action.test(p.container().files(), p.resolve(name))) {
                Files files = p.container().files();
                boolean sealed = files.exists(p.resolve(name)) && files.isReadOnly(p.resolve(name));
                p.complain(p.arguments().getFirst() + ": " + name + ": "
                        + (sealed ? SEALED : files.refusal(p.resolve(name))) + "\n");
                failed = true;
            }
        }
        p.exit(failed ? 1 : 0);
    }
}

package drydock.sim.container;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A tree of text files: what a container sees as its root, or a volume that several containers share.
///
/// **Paths** are absolute; `.`, `..` and repeated slashes are resolved. **Mounts** are other trees seen at a path;
/// the longest mount that holds a path wins. What is **read-only**, the tree itself or a mount, refuses all writing
/// through it; a volume that is mounted so can still be written where it is mounted otherwise.
public final class Files {

    private static final Set<String> ROOT = Set.of("/");

    // many a volume is never written to, or looked at
    private Map<String, String> contents = Map.of();
    private Set<String> directories = ROOT;
    private NavigableMap<String, Place> mounts = Collections.emptyNavigableMap();
    private boolean readOnly;

    /// `path` as seen from the directory `from`, made absolute and plain.
    public static String resolve(String from, String path) {
        if (isPlain(path)) {
            return path;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (path.startsWith("/") ? path : from + "/" + path).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    /// Whether there is nothing to resolve, as in most paths; some that are plain count as if they were not.
    private static boolean isPlain(String path) {
        return path.equals("/")
                || (path.startsWith("/") && !path.endsWith("/") && !path.contains("//") && !path.contains("/."));
    }

    /// The same files in a tree of their own; what is mounted is the same volume in both.
    Files copy() {
        Files copy = new Files();
        copy.contents = new TreeMap<>(contents);
        copy.directories = new TreeSet<>(directories);
        copy.mounts = new TreeMap<>(mounts);
        copy.readOnly = readOnly;
        return copy;
    }

    /// Shows `volume` at `path`; what the tree holds there is hidden.
    public void mount(String path, Files volume) {
        mount(path, volume, "/");
    }

    /// Shows what is at `inside` of `volume`, a directory or a file, at `path`.
    public void mount(String path, Files volume, String inside) {
        mount(path, volume, inside, false);
    }

    /// Shows the same, and lets nothing be written through this mount if it is `sealed`.
    public void mount(String path, Files volume, String inside, boolean sealed) {
        String at = resolve("/", path);
        makeDirectories(at);
        mounts = mounts.isEmpty() ? new TreeMap<>() : mounts;
        mounts.put(at, new Place(volume, resolve("/", inside), sealed));
    }

    /// Lets nothing be written in this tree any more, but in what is mounted.
    public void seal() {
        readOnly = true;
    }

    /// Whether nothing can be written at `path`.
    public boolean isReadOnly(String path) {
        return place(path).sealed;
    }

    /// Why a file cannot be written at `path`, as the system says it; only to be asked where it cannot.
    public String refusal(String path) {
        Place place = place(path);
        if (place.tree.directories.contains(place.path)) {
            return "Is a directory";
        }
        boolean somewhere = place.tree.directories.contains(parent(place.path));
        return somewhere && place.sealed ? "Read-only file system" : "No such file or directory";
    }

    /// Whether what is at `path` belongs to a volume.
    public boolean isMounted(String path) {
        return place(path).tree != this;
    }

    /// The text of the file at `path`, or empty if there is none.
    public Optional<String> read(String path) {
        Place place = place(path);
        return Optional.ofNullable(place.tree.contents.get(place.path));
    }

    /// Writes a file; false if its directory is not there, `path` is a directory, or all there is read-only.
    public boolean write(String path, String text) {
        Place place = place(path);
        if (place.sealed
                || place.tree.directories.contains(place.path)
                || !place.tree.directories.contains(parent(place.path))) {
            return false;
        }
        place.tree.contents = Few.with(place.tree.contents, place.path, text);
        return true;
    }

    /// Adds `text` to the end of a file, which is made if it is not there.
    public boolean append(String path, String text) {
        return write(path, read(path).orElse("") + text);
    }

    /// Copies a file, or a directory with all it holds; false if the place to copy to is not there.
    public boolean copy(String from, String to) {
        if (!isDirectory(from)) {
            return read(from).map(text -> write(to, text)).orElse(false);
        }
        makeDirectories(to);
        boolean whole = true;
        for (String child : list(from)) {
            whole &= copy(resolve(from, child), resolve(to, child));
        }
        return whole;
    }

    public boolean isDirectory(String path) {
        Place place = place(path);
        return place.tree.directories.contains(place.path);
    }

    public boolean exists(String path) {
        return isDirectory(path) || read(path).isPresent();
    }

    /// Makes a directory and all those above it, unless it is in a place that is read-only.
    public void makeDirectories(String path) {
        Place place = place(path);
        if (place.sealed || place.tree.directories.contains(place.path)) {
            return;
        }
        Set<String> there = place.tree.directories;
        Set<String> all = there instanceof TreeSet ? there : new TreeSet<>(there);
        place.tree.directories = all;
        for (String at = place.path; all.add(at); ) {
            at = parent(at);
        }
    }

    /// Takes away a file, or a directory with all it holds; false if there is none, or it is read-only.
    public boolean remove(String path) {
        Place place = place(path);
        if (place.sealed) {
            return false;
        }
        String under = place.path.equals("/") ? "/" : place.path + "/";
        Files tree = place.tree;
        boolean there = tree.contents.containsKey(place.path);
        tree.contents = Few.without(tree.contents, place.path);
        if (tree.contents.keySet().stream().anyMatch(p -> p.startsWith(under))) {
            there = true;
            tree.contents = new TreeMap<>(tree.contents);
            tree.contents.keySet().removeIf(p -> p.startsWith(under));
        }
        if (tree.directories.size() > 1) {
            there |= tree.directories.removeIf(p -> !p.equals("/") && (p.equals(place.path) || p.startsWith(under)));
        }
        return there;
    }

    /// The names in the directory at `path`, in order.
    public List<String> list(String path) {
        Place place = place(path);
        Set<String> names = new TreeSet<>();
        place.tree.contents.keySet().forEach(p -> addName(names, place.path, p));
        place.tree.directories.forEach(p -> addName(names, place.path, p));
        return List.copyOf(names);
    }

    private static void addName(Set<String> names, String directory, String path) {
        if (!path.equals("/") && parent(path).equals(directory)) {
            names.add(path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private Place place(String path) {
        String plain = resolve("/", path);
        for (String mount : mounts.descendingKeySet()) {
            boolean root = mount.equals("/");
            if (plain.equals(mount) || root || plain.startsWith(mount + "/")) {
                String rest = root ? plain : plain.substring(mount.length());
                Place mounted = mounts.get(mount);
                return mounted == null
                        ? new Place(this, plain, readOnly)
                        : mounted.tree.place(mounted.path + rest).sealed(mounted.sealed);
            }
        }
        return new Place(this, plain, readOnly);
    }

    /// @param sealed whether nothing can be written there by this way
    private record Place(Files tree, String path, boolean sealed) {

        Place sealed(boolean outside) {
            return outside && !sealed ? new Place(tree, path, true) : this;
        }
    }
}

package drydock.sim.container;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
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
///
/// **Sizes.** A file may end in zeros that are only counted, so that a big one takes no room here: they are part of its
/// [#size] and not of its text. What is used is counted in blocks of 4 KiB, as the disk gives them out.
public final class Files {

    private static final Set<String> ROOT = Set.of("/");
    private static final long BLOCK_BYTES = 4096;
    private static final long UNBOUNDED = Long.MAX_VALUE;

    // many a volume is never written to, or looked at
    private Map<String, String> contents = Map.of();
    private Set<String> directories = ROOT;
    private NavigableMap<String, Place> mounts = Collections.emptyNavigableMap();
    private boolean readOnly;
    private Map<String, Long> zeros = Map.of();
    private Map<String, String> given = Map.of();
    private long capacity = UNBOUNDED;

    /// An empty tree that takes so many bytes, rounded up to whole blocks, as a file system in memory does
    /// (`mm/shmem.c`): of what is written beyond them what fits is kept.
    public static Files inMemory(long bytes) {
        Files files = new Files();
        files.capacity = blocks(bytes);
        return files;
    }

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
        copy.zeros = new TreeMap<>(zeros);
        copy.given = given;
        copy.capacity = capacity;
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
        if (!place.tree.directories.contains(parent(place.path))) {
            return "No such file or directory";
        }
        return place.sealed ? "Read-only file system" : "No space left on device";
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

    /// Writes a file; false if its directory is not there, `path` is a directory, all there is read-only, or it does
    /// not fit.
    public boolean write(String path, String text) {
        Place place = place(path);
        return place.isWritable() && place.tree.put(place.path, text, 0);
    }

    /// Adds `text` to the end of a file, which is made if it is not there.
    public boolean append(String path, String text) {
        return extend(path, text, 0);
    }

    /// Adds zeros, which are only counted, to the end of a file, which is made if it is not there.
    public boolean extend(String path, long bytes) {
        return extend(path, "", bytes);
    }

    private boolean extend(String path, String text, long bytes) {
        Place place = place(path);
        Files tree = place.tree;
        return place.isWritable()
                && tree.put(
                        place.path,
                        tree.contents.getOrDefault(place.path, "") + text,
                        tree.zeros.getOrDefault(place.path, 0L) + bytes);
    }

    /// Keeps as much as there is room for; false if that is not all.
    private boolean put(String path, String text, long more) {
        String kept = text;
        long counted = more;
        boolean fits = true;
        if (capacity != UNBOUNDED) {
            long room = capacity - used(path);
            kept = start(text, room);
            counted = Math.min(more, room - bytes(kept));
            fits = counted == more && kept.length() == text.length();
        }
        contents = Few.with(contents, path, kept);
        zeros = counted == 0 ? Few.without(zeros, path) : Few.with(zeros, path, counted);
        return fits;
    }

    /// As much of the beginning of `text` as takes no more than `bytes`.
    private static String start(String text, long bytes) {
        if (bytes(text) <= bytes) {
            return text;
        }
        CharBuffer from = CharBuffer.wrap(text);
        StandardCharsets.UTF_8.newEncoder().encode(from, ByteBuffer.allocate((int) bytes), true);
        return text.substring(0, from.position());
    }

    /// How many bytes the file at `path` has; 0 if there is none.
    public long size(String path) {
        Place place = place(path);
        return place.tree.length(place.path);
    }

    /// From now on what is there does not count as used: it is the image's, or the kubelet's.
    public void give() {
        given = Map.copyOf(contents);
    }

    /// How much the files take that were written to this tree, without what is mounted in it; in bytes.
    public long writtenBytes() {
        return used("");
    }

    /// The same with its directories, which take nothing in memory.
    public long usedBytes() {
        return used("") + (capacity == UNBOUNDED ? directories.size() * BLOCK_BYTES : 0);
    }

    /// What all files but the one at `except` take.
    private long used(String except) {
        long used = 0;
        for (Map.Entry<String, String> file : contents.entrySet()) {
            String path = file.getKey();
            if (!path.equals(except)
                    && (zeros.containsKey(path) || !file.getValue().equals(given.get(path)))) {
                used += blocks(length(path));
            }
        }
        return used;
    }

    private long length(String path) {
        return bytes(contents.getOrDefault(path, "")) + zeros.getOrDefault(path, 0L);
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long blocks(long bytes) {
        return Math.ceilDiv(bytes, BLOCK_BYTES) * BLOCK_BYTES;
    }

    /// Copies a file, or a directory with all it holds; false if the place to copy to is not there.
    public boolean copy(String from, String to) {
        if (!isDirectory(from)) {
            Place place = place(from);
            long counted = place.tree.zeros.getOrDefault(place.path, 0L);
            return read(from)
                    .map(text -> write(to, text) && (counted == 0 || extend(to, counted)))
                    .orElse(false);
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
        if (!tree.zeros.isEmpty()) {
            tree.zeros = new TreeMap<>(tree.zeros);
            tree.zeros.keySet().retainAll(tree.contents.keySet());
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

        boolean isWritable() {
            return !sealed && !tree.directories.contains(path) && tree.directories.contains(parent(path));
        }

        Place sealed(boolean outside) {
            return outside && !sealed ? new Place(tree, path, true) : this;
        }
    }
}

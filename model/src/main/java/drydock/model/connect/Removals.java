package drydock.model.connect;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which fields of one object go when names of another do.
final class Removals {

    /// Later items of a list before earlier ones, so that no removal changes the place of the next.
    static final Comparator<FieldPath> FROM_BEHIND = Removals::compareFromBehind;

    private static final Set<String> ENTRIES = Set.of(
            "env", "envFrom", "volumes", "imagePullSecrets", "paths", "subjects", "tls", "sources", "ownerReferences");
    private static final Set<String> HOLDERS = Set.of("defaultBackend", "scaleTargetRef", "roleRef", "claimRef");

    private Removals() {}

    /// The entry that is there only for the name at `path`: the item of a list of such entries, or the object that is
    /// all about the name; else the field itself.
    static FieldPath entry(FieldPath path) {
        for (FieldPath at = path; !at.isRoot(); at = at.parent()) {
            boolean item = at.last() instanceof FieldPath.Index
                    && at.parent().last() instanceof FieldPath.Key(String list)
                    && ENTRIES.contains(list);
            boolean holder = at.last() instanceof FieldPath.Key(String name) && HOLDERS.contains(name);
            if (item || holder) {
                return at;
            }
        }
        return path;
    }

    /// The edits that remove `entries`, and with them what would stay behind empty.
    static List<Edit> of(Written object, Collection<FieldPath> entries) {
        TreeSet<FieldPath> paths = new TreeSet<>(FROM_BEHIND);
        paths.addAll(entries);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (FieldPath path : List.copyOf(paths)) {
                FieldPath parent = path.parent();
                if (!isKept(parent) && children(object, parent, paths) == size(object, parent)) {
                    paths.removeIf(inner -> inner.steps().size()
                                    > parent.steps().size()
                            && inner.steps().subList(0, parent.steps().size()).equals(parent.steps()));
                    grown |= paths.add(parent);
                    break;
                }
            }
        }
        return paths.stream().<Edit>map(object::remove).toList();
    }

    /// What an object has even when nothing is in it.
    private static boolean isKept(FieldPath path) {
        return path.isRoot()
                || path.toString().equals("spec")
                || path.toString().equals("metadata");
    }

    private static long children(Written object, FieldPath parent, Collection<FieldPath> paths) {
        return paths.stream()
                .filter(path -> path.parent().equals(parent))
                .filter(path -> object.value(path).isPresent())
                .count();
    }

    private static int size(Written object, FieldPath path) {
        return switch (object.value(path).orElse(null)) {
            case Map<?, ?> map -> map.size();
            case List<?> list -> list.size();
            case null, default -> -1;
        };
    }

    private static int compareFromBehind(FieldPath one, FieldPath other) {
        int common = Math.min(one.steps().size(), other.steps().size());
        for (int i = 0; i < common; i++) {
            int difference = compare(one.steps().get(i), other.steps().get(i));
            if (difference != 0) {
                return -difference;
            }
        }
        return Integer.compare(other.steps().size(), one.steps().size());
    }

    private static int compare(FieldPath.Step one, FieldPath.Step other) {
        return one instanceof FieldPath.Index(int a) && other instanceof FieldPath.Index(int b)
                ? Integer.compare(a, b)
                : one.toString().compareTo(other.toString());
    }
}

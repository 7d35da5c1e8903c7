package drydock.sim.kubectl.kustomize;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the objects of a kustomization were called, by which patches find them after they got other names, and which
/// of them get a hash behind their name (`kustomize/api/resource/resource.go`).
final class Origins {

    private final IdentityHashMap<Map<String, Object>, Set<String>> names = new IdentityHashMap<>();
    private final Set<Map<String, Object>> hashed = Collections.newSetFromMap(new IdentityHashMap<>());

    /// Remembers what the objects are called now.
    void remember(List<Map<String, Object>> objects) {
        objects.forEach(object ->
                names.computeIfAbsent(object, _ -> new LinkedHashSet<>()).add(Trees.name(object)));
    }

    /// Whether an object is called `name`, or was.
    boolean isCalled(Map<String, Object> object, String name) {
        return Trees.name(object).equals(name)
                || names.getOrDefault(object, Set.of()).contains(name);
    }

    void hash(Map<String, Object> object) {
        hashed.add(object);
    }

    /// Puts the hash of what they hold behind the names of those that want one, and into what refers to them.
    void nameByContent(List<Map<String, Object>> objects) {
        References references = new References();
        for (Map<String, Object> object : objects) {
            if (hashed.contains(object)) {
                String before = Trees.name(object);
                String after = before + "-" + ContentHash.of(object);
                Trees.made(object, "metadata").put("name", after);
                references.renamed(Trees.text(object, "kind"), before, after);
            }
        }
        objects.forEach(references::follow);
    }
}

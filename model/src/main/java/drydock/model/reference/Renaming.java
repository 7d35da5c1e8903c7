package drydock.model.reference;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How an object gets another name without breaking what names it.
///
/// @param id the object as it is called now
/// @param references every place that names it
/// @param labels every label and selector that has the object's name as its value under a key that the object
/// itself uses so, as `app: web` of the Deployment `web`
public record Renaming(ResourceId id, List<Reference> references, List<Place> labels) {

    /// A field of an object.
    public record Place(ResourceId object, FieldPath path) {}

    private static final FieldPath NAME = FieldPath.of("metadata", "name");
    private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");
    private static final Set<String> LABELS = Set.of("labels", "matchLabels", "selector");

    public Renaming {
        references = List.copyOf(references);
        labels = List.copyOf(labels);
    }

    /// What renaming `id` has to do with.
    public static Renaming of(Project project, ResourceId id) {
        Set<String> keys = new HashSet<>();
        labelled(project, id, id.name()).forEach(place -> keys.add(key(place)));
        List<Place> labels = new ArrayList<>();
        if (!keys.isEmpty()) {
            project.declarations().keySet().stream()
                    .filter(other -> other.namespace().equals(id.namespace()))
                    .flatMap(other -> labelled(project, other, id.name()).stream())
                    .filter(place -> keys.contains(key(place)))
                    .forEach(labels::add);
        }
        return new Renaming(id, References.to(project, id), labels);
    }

    /// The edit that does it: first what is below those who name the object, then what they are called themselves.
    ///
    /// @param withLabels whether labels and selectors follow
    public Edit to(String name, boolean withLabels) {
        return together(List.of(this), name, withLabels);
    }

    /// The edit that gives several objects one name, as a Service and the Deployment behind it.
    ///
    /// @param withLabels whether labels and selectors follow
    public static Edit together(List<Renaming> renamings, String name, boolean withLabels) {
        Set<Place> places = new LinkedHashSet<>();
        for (Renaming renaming : renamings) {
            places.addAll(withLabels ? renaming.labels() : List.of());
            renaming.references().forEach(r -> places.add(new Place(r.from(), r.path())));
        }
        List<Place> ordered = new ArrayList<>(places);
        ordered.sort(Comparator.comparing(place -> place.path().equals(NAMESPACE)));
        renamings.forEach(renaming -> ordered.add(new Place(renaming.id(), NAME)));
        return new Edit.Composite(ordered.stream()
                .<Edit>map(place -> new Edit.SetField(place.object(), place.path(), name))
                .toList());
    }

    /// The object's id once it is called `name`.
    public ResourceId renamed(String name) {
        return new ResourceId(id.group(), id.kind(), id.namespace(), name);
    }

    private static String key(Place place) {
        return ((FieldPath.Key) place.path().last()).name();
    }

    private static List<Place> labelled(Project project, ResourceId id, String value) {
        List<Place> found = new ArrayList<>();
        project.declarations(id).stream()
                .findFirst()
                .flatMap(place -> place.document().value(place.inDocument(FieldPath.ROOT)))
                .ifPresent(object -> collect(object, new Place(id, FieldPath.ROOT), value, found));
        return found;
    }

    private static void collect(Object value, Place at, String wanted, List<Place> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                Place below = new Place(at.object(), at.path().key(String.valueOf(key)));
                if (wanted.equals(inner) && isLabels(at.path())) {
                    found.add(below);
                } else if (inner != null) {
                    collect(inner, below, wanted, found);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) != null) {
                    collect(list.get(i), new Place(at.object(), at.path().index(i)), wanted, found);
                }
            }
        }
    }

    private static boolean isLabels(FieldPath path) {
        return !path.isRoot() && path.last() instanceof FieldPath.Key(String name) && LABELS.contains(name);
    }
}

package drydock.model.placing;

import drydock.model.edit.Edit;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets new files that are called as their object be called as it again when it gets another name.
public final class Following {

    private static final String ENDING = ".yaml";

    private Following() {}

    /// The edit that has to be made before the objects are renamed.
    ///
    /// @param stays what must be called as it is, as a file that others know
    public static Edit of(Project project, Collection<ResourceId> objects, String name, Predicate<String> stays) {
        Set<String> paths = new HashSet<>();
        project.files().keySet().forEach(path -> paths.add(path.toLowerCase(Locale.ROOT)));
        List<Edit> edits = new ArrayList<>();
        for (ResourceId id : objects) {
            List<Declaration> places = project.declarations(id);
            if (places.size() == 1 && !stays.test(places.getFirst().path()) && isAlone(project, places.getFirst())) {
                follow(project, id, places.getFirst().path(), name, paths, edits);
            }
        }
        if (!edits.isEmpty()) {
            edits.add(new Edit.PutDiagram(project.diagram()));
        }
        return new Edit.Composite(edits);
    }

    private static boolean isAlone(Project project, Declaration place) {
        return place.declared().path().isRoot()
                && project.file(place.path())
                        .filter(file -> file.documents().size() == 1)
                        .isPresent();
    }

    private static void follow(
            Project project, ResourceId id, String path, String name, Set<String> paths, List<Edit> edits) {
        String kind = "-" + id.kind().toLowerCase(Locale.ROOT);
        Matcher called = Pattern.compile("(.*/)?" + Pattern.quote(id.name()) + "(" + kind + ")?(-\\d+)?\\.yaml")
                .matcher(path);
        if (called.matches()) {
            String start = (called.group(1) == null ? "" : called.group(1))
                    + name
                    + (called.group(2) == null ? "" : called.group(2));
            String free = start + ENDING;
            for (int number = 2; !paths.add(free.toLowerCase(Locale.ROOT)); number++) {
                free = start + "-" + number + ENDING;
            }
            edits.add(new Edit.RemoveFile(path));
            edits.add(new Edit.AddFile(free, project.file(path).orElseThrow().text()));
        }
    }
}

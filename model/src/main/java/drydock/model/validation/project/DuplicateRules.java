package drydock.model.validation.project;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.ProjectView;
import drydock.model.validation.ProjectView.Declaration;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import java.util.List;

/// Objects that are declared more than once.
final class DuplicateRules {

    static final List<Rule> RULES = List.of(new Rule.OfProject(DuplicateRules::duplicates));

    private DuplicateRules() {}

    private static void duplicates(ProjectView view) {
        view.declarations().forEach((id, places) -> {
            Declaration first = places.getFirst();
            for (Declaration again : places.subList(1, places.size())) {
                if (view.areApart(first.file(), again.file())) {
                    continue;
                }
                int line = first.document().spanOf(name(first)).line();
                view.tell(
                        "duplicate-object",
                        Severity.ERROR,
                        id,
                        again,
                        FieldPath.of("metadata", "name"),
                        "duplicate-object",
                        id.kind(),
                        id.name(),
                        first.file().path() + ":" + line);
            }
        });
    }

    private static FieldPath name(Declaration declaration) {
        FieldPath path = declaration.root();
        return path.key("metadata").key("name");
    }
}

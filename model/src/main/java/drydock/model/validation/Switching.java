package drydock.model.validation;

import drydock.model.diagram.CheckSettings;
import drydock.model.diagram.DiagramChange;
import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The edits that switch a rule off and on again, for one object or for the project.
///
/// @param rule the rule's name
public record Switching(Project project, String rule) {

    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
    private static final FieldPath IGNORED = ANNOTATIONS.key(Switches.ANNOTATION);

    /// Whether a finding can be switched off: that a text cannot be read is always told.
    public static boolean isPossible(Finding finding) {
        return !finding.text().key().equals(FindingText.TEXT_PROBLEM);
    }

    /// Whether a finding's rule is switched off, for the whole project or for the finding's object.
    public static boolean isOff(Project project, Finding finding) {
        Switching rule = new Switching(project, finding.rule());
        return isPossible(finding)
                && (rule.isOffInProject()
                        || finding.object().filter(rule::isOff).isPresent());
    }

    /// The rules that annotations switch off, by the object.
    public static Map<ResourceId, Set<String>> offForObjects(Project project) {
        Map<ResourceId, Set<String>> off = new LinkedHashMap<>();
        for (HasMetadata object : project.objects()) {
            Map<String, String> annotations = object.getMetadata().getAnnotations();
            String names = annotations == null ? null : annotations.get(Switches.ANNOTATION);
            if (names != null) {
                Switches.names(names)
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> off.computeIfAbsent(ResourceId.of(object), _ -> new TreeSet<>())
                                .add(name));
            }
        }
        return off;
    }

    /// Whether an annotation of `object` switches the rule off.
    public boolean isOff(ResourceId object) {
        return ignored(object).contains(rule);
    }

    /// The edit that switches the rule off for `object`; empty if it is off already, or the project has no such object.
    public Optional<Edit> off(ResourceId object) {
        List<String> names = ignored(object);
        return isDeclared(object) && !names.contains(rule)
                ? Optional.of(set(object, Stream.concat(names.stream(), Stream.of(rule))))
                : Optional.empty();
    }

    /// The edit that switches the rule on again for `object`; empty if it is on.
    public Optional<Edit> on(ResourceId object) {
        List<String> names = new ArrayList<>(ignored(object));
        if (!names.removeIf(rule::equals)) {
            return Optional.empty();
        }
        if (!names.isEmpty()) {
            return Optional.of(set(object, names.stream()));
        }
        boolean isOnly = value(object, ANNOTATIONS)
                .filter(annotations -> annotations instanceof Map<?, ?> map && map.size() == 1)
                .isPresent();
        return Optional.of(new Edit.RemoveField(object, isOnly ? ANNOTATIONS : IGNORED));
    }

    /// Whether the rule is switched off for the whole project.
    public boolean isOffInProject() {
        return project.diagram().checks().off().contains(rule);
    }

    /// The edit that switches the rule off or on for the whole project, in `drydock.json`; empty if it is so already.
    public Optional<Edit> inProject(boolean off) {
        CheckSettings checks = project.diagram().checks();
        Set<String> names = new TreeSet<>(checks.off());
        boolean isOther = off ? names.add(rule) : names.remove(rule);
        return isOther
                ? Optional.of(new Edit.Draw(new DiagramChange.SetChecks(checks.withOff(names))))
                : Optional.empty();
    }

    private static Edit set(ResourceId object, Stream<String> names) {
        return new Edit.SetField(object, IGNORED, String.join(", ", names.toList()));
    }

    private List<String> ignored(ResourceId object) {
        return value(object, IGNORED).map(String::valueOf).stream()
                .flatMap(Switches::names)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private boolean isDeclared(ResourceId object) {
        return !project.declarations(object).isEmpty();
    }

    private Optional<Object> value(ResourceId object, FieldPath path) {
        List<Declaration> declarations = project.declarations(object);
        return declarations.isEmpty()
                ? Optional.empty()
                : declarations
                        .getFirst()
                        .document()
                        .value(declarations.getFirst().inDocument(path));
    }
}

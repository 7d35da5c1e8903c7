package drydock.model.connect;

import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A binding gives a role to service accounts, also of other namespaces.
final class Binding implements Rule {

    private static final FieldPath SUBJECTS = FieldPath.of("subjects");
    private static final FieldPath ROLE = FieldPath.of("roleRef");
    private static final String GROUP = "rbac.authorization.k8s.io";

    /// Whether `from` is a binding and `to` an account.
    static boolean binds(ResourceId from, ResourceId to) {
        return isBinding(from) && to.kind().equals("ServiceAccount");
    }

    private static boolean isBinding(ResourceId id) {
        return id.kind().equals("RoleBinding") || id.kind().equals("ClusterRoleBinding");
    }

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        boolean role = to.kind().equals("ClusterRole")
                || (to.kind().equals("Role") && from.kind().equals("RoleBinding"));
        return binds(from, to) || (isBinding(from) && role);
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        Written binding = Written.of(project, from.object()).orElseThrow();
        if (!binds(from.object(), to.object())) {
            Map<String, Object> role = new LinkedHashMap<>();
            role.put("apiGroup", GROUP);
            role.put("kind", to.object().kind());
            role.put("name", to.object().name());
            return binding.texts(ROLE).equals(role)
                    ? List.of()
                    : List.of(Connection.of(Meaning.NAME, "", ROLE.toString(), binding.set(ROLE, role)));
        }
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("kind", "ServiceAccount");
        subject.put("name", to.object().name());
        subject.put("namespace", to.object().namespace());
        return binding.list(SUBJECTS).contains(subject)
                ? List.of()
                : List.of(Connection.of(Meaning.SUBJECT, binding.append(SUBJECTS, subject)));
    }
}

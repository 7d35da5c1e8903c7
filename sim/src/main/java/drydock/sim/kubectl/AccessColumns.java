package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.stream.Collectors;

/// The columns of roles and of those who have them, and of definitions
/// (`pkg/printers/internalversion/printers.go`). What has no table of its own on the server tells when it was created.
final class AccessColumns {

    static final List<Columns<?>> ALL = List.of(
            created(Role.class),
            created(ClusterRole.class),
            created(CustomResourceDefinition.class),
            Columns.named(RoleBinding.class)
                    .and(
                            "ROLE",
                            of -> of.getRoleRef().getKind() + "/"
                                    + of.getRoleRef().getName())
                    .age()
                    .wide("USERS", of -> subjects(of.getSubjects(), "User"))
                    .wide("GROUPS", of -> subjects(of.getSubjects(), "Group"))
                    .wide("SERVICEACCOUNTS", of -> subjects(of.getSubjects(), "ServiceAccount")),
            Columns.named(ClusterRoleBinding.class)
                    .and(
                            "ROLE",
                            of -> of.getRoleRef().getKind() + "/"
                                    + of.getRoleRef().getName())
                    .age()
                    .wide("USERS", of -> subjects(of.getSubjects(), "User"))
                    .wide("GROUPS", of -> subjects(of.getSubjects(), "Group"))
                    .wide("SERVICEACCOUNTS", of -> subjects(of.getSubjects(), "ServiceAccount")));

    private AccessColumns() {}

    static <T extends HasMetadata> Columns<T> created(Class<T> type) {
        return Columns.named(type)
                .and("CREATED AT", object -> object.getMetadata().getCreationTimestamp());
    }

    private static String subjects(List<Subject> all, String kind) {
        return all.stream()
                .filter(subject -> kind.equals(subject.getKind()))
                .map(subject -> kind.equals("ServiceAccount")
                        ? subject.getNamespace() + "/" + subject.getName()
                        : subject.getName())
                .collect(Collectors.joining(", "));
    }
}

package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A ServiceAccount with its Secrets (`describe.go describeServiceAccount`).
final class AccountDescription {

    private AccountDescription() {}

    static void of(Lines lines, Cluster cluster, ServiceAccount account) {
        List<HasMetadata> secrets =
                cluster.list(Query.in(Kinds.SECRET, account.getMetadata().getNamespace()));
        Set<String> there =
                secrets.stream().map(secret -> secret.getMetadata().getName()).collect(Collectors.toSet());
        Metadata.name(lines, account);
        Metadata.labelsAndAnnotations(lines, account.getMetadata());
        names(
                lines,
                "Image pull secrets:",
                account.getImagePullSecrets().stream()
                        .map(LocalObjectReference::getName)
                        .toList(),
                there);
        names(
                lines,
                "Mountable secrets: ",
                account.getSecrets().stream().map(ObjectReference::getName).toList(),
                there);
        names(
                lines,
                "Tokens:            ",
                secrets.stream()
                        .filter(secret -> isTokenOf(secret, account))
                        .map(secret -> secret.getMetadata().getName())
                        .toList(),
                there);
        EventLines.of(lines, cluster, account);
    }

    private static boolean isTokenOf(HasMetadata object, ServiceAccount account) {
        Map<String, String> annotations = Metadata.sorted(object.getMetadata().getAnnotations());
        return object instanceof Secret secret
                && "kubernetes.io/service-account-token".equals(secret.getType())
                && account.getMetadata().getName().equals(annotations.get("kubernetes.io/service-account.name"));
    }

    private static void names(Lines lines, String title, List<String> names, Set<String> there) {
        if (names.isEmpty()) {
            lines.line(0, title, Lines.NONE);
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            lines.line(
                    0,
                    i == 0 ? title : " ".repeat(title.length()),
                    there.contains(name) ? name : name + " (not found)");
        }
    }
}

package drydock.sim.store;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import java.util.List;
import java.util.stream.Stream;

/// The kinds that CustomResourceDefinitions add to those that a server has from the start, once they are established.
final class DeclaredKinds {

    private DeclaredKinds() {}

    /// All kinds that are served now: the usual ones, then the declared ones by the names of their definitions.
    static List<ResourceKind> served(Present present) {
        List<ResourceKind> declared = present.list(Kinds.CUSTOM_RESOURCE_DEFINITION, "").stream()
                .flatMap(object -> object instanceof CustomResourceDefinition definition
                        ? of(definition)
                        : Stream.<ResourceKind>empty())
                .toList();
        return declared.isEmpty()
                ? Kinds.served()
                : Stream.concat(Kinds.served().stream(), declared.stream()).toList();
    }

    private static Stream<ResourceKind> of(CustomResourceDefinition definition) {
        CustomResourceDefinitionSpec spec = definition.getSpec();
        boolean established = definition.getStatus() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
        return !established
                ? Stream.empty()
                : spec.getVersions().stream()
                        .filter(version -> Boolean.TRUE.equals(version.getServed()))
                        .sorted((one, other) -> Boolean.compare(isStored(other), isStored(one)))
                        .map(version -> new ResourceKind(
                                spec.getGroup(),
                                version.getName(),
                                spec.getNames().getKind(),
                                spec.getNames().getPlural(),
                                !"Cluster".equals(spec.getScope()),
                                spec.getNames().getShortNames()));
    }

    private static boolean isStored(CustomResourceDefinitionVersion version) {
        return Boolean.TRUE.equals(version.getStorage());
    }
}

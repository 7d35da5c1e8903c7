package drydock.sim.extension;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import java.time.Duration;

/// Accepts the names of new CustomResourceDefinitions and establishes them, from when on their kinds are served
/// (`apiextensions-apiserver/pkg/controller/{status,establish}`).
public final class DefinitionController {

    /// How long the API server takes until it serves a new kind.
    private static final Duration ESTABLISHING = Duration.ofMillis(30);

    private final Engine engine;
    private final ApiServer api;

    private DefinitionController(Engine engine, ApiServer api) {
        this.engine = engine;
        this.api = api;
    }

    public static void start(Engine engine, ApiServer server) {
        DefinitionController controller = new DefinitionController(engine, server.as("kube-apiserver"));
        controller.api.watch(Query.all(Kinds.CUSTOM_RESOURCE_DEFINITION), event -> {
            if (event instanceof ClusterEvent.Added(HasMetadata object)) {
                controller.later(ResourceId.of(object));
            }
        });
    }

    private void later(ResourceId id) {
        long cause = api.cause();
        engine.schedule(
                ESTABLISHING,
                () -> api.reacting(
                        cause,
                        () -> api.get(id)
                                .map(CustomResourceDefinition.class::cast)
                                .filter(definition -> definition.getStatus() == null
                                        || definition
                                                .getStatus()
                                                .getConditions()
                                                .isEmpty())
                                .ifPresent(this::establish)));
    }

    private void establish(CustomResourceDefinition definition) {
        String now = Times.seconds(engine.now());
        api.replaceStatus(new CustomResourceDefinitionBuilder(definition)
                .withNewStatus()
                .withAcceptedNames(definition.getSpec().getNames())
                .withStoredVersions(definition.getSpec().getVersions().stream()
                        .filter(version -> Boolean.TRUE.equals(version.getStorage()))
                        .map(CustomResourceDefinitionVersion::getName)
                        .toList())
                .addNewCondition()
                .withLastTransitionTime(now)
                .withMessage("no conflicts found")
                .withReason("NoConflicts")
                .withStatus("True")
                .withType("NamesAccepted")
                .endCondition()
                .addNewCondition()
                .withLastTransitionTime(now)
                .withMessage("the initial names have been accepted")
                .withReason("InitialNamesAccepted")
                .withStatus("True")
                .withType("Established")
                .endCondition()
                .endStatus()
                .build());
    }
}

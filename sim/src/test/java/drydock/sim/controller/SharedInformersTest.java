package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.LabelSelector;
import drydock.sim.admission.ClusterAdmission;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.InMemoryApiServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedInformersTest {

    private final Engine engine = new Engine(1, Instant.parse("2026-01-01T00:00:00Z"));
    private final ApiServer api = InMemoryApiServer.start(engine, new ClusterAdmission(engine));
    private final SharedInformers informers = SharedInformers.start(api);

    @BeforeEach
    void somePods() {
        for (String namespace : List.of("here", "there")) {
            api.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(namespace)
                    .endMetadata()
                    .build());
            api.create(pod(namespace, "b", "web", "data"));
            api.create(pod(namespace, "a", "web", ""));
            api.create(pod(namespace, "c", "db", ""));
        }
        engine.runUntil(1_000_000_000);
    }

    private static Pod pod(String namespace, String name, String app, String claim) {
        PodBuilder pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addToLabels("app", app)
                .addToLabels("tier", "one")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("nginx")
                .endContainer()
                .endSpec();
        return claim.isEmpty()
                ? pod.build()
                : pod.editSpec()
                        .addNewVolume()
                        .withName("data")
                        .withNewPersistentVolumeClaim(claim, false)
                        .endVolume()
                        .endSpec()
                        .build();
    }

    private List<String> chosen(String selector) {
        return informers.chosen("here", LabelSelector.parse(selector)).stream()
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    @Test
    void aSelectorChoosesInItsNamespaceByName() {
        assertThat(chosen("app=web")).containsExactly("a", "b");
        assertThat(chosen("tier=one,app=db")).containsExactly("c");
        assertThat(chosen("app=cache")).isEmpty();
    }

    @Test
    void aSelectorThatAsksForNoValueIsHeldAgainstAll() {
        assertThat(chosen("app!=web")).containsExactly("c");
        assertThat(chosen("tier")).containsExactly("a", "b", "c");
        assertThat(informers.chosen("here", LabelSelector.NOTHING)).isEmpty();
        assertThat(informers.chosen("here", LabelSelector.EVERYTHING)).hasSize(3);
    }

    @Test
    void thePodsThatNameAClaimAreFoundByIt() {
        var claim = new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("data")
                .withNamespace("there")
                .endMetadata()
                .build();

        assertThat(informers.pods().of(VolumeClaims.key(claim)))
                .singleElement()
                .satisfies(pod -> assertThat(pod.getMetadata().getNamespace()).isEqualTo("there"))
                .satisfies(pod -> assertThat(pod.getMetadata().getName()).isEqualTo("b"));
    }
}

package drydock.sim.store;

import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// An API server without admission and its namespace `default`, for tests.
final class ServerFixture {

    final Engine engine = new Engine(7, Instant.parse("2026-01-01T00:00:00Z"));
    final InMemoryApiServer api = InMemoryApiServer.start(engine, Admission.NONE);

    ServerFixture() {
        api.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName("default")
                .endMetadata()
                .build());
    }

    void pass(Duration time) {
        engine.runUntil(engine.nowNanos() + time.toNanos());
    }

    static ConfigMap map(String name, String key, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withData(Map.of(key, value))
                .build();
    }
}

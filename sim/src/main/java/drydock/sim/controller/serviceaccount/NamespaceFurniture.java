package drydock.sim.controller.serviceaccount;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sees to it that one object is in every namespace, and makes it again when it was deleted.
public final class NamespaceFurniture {

    private static final String DESCRIPTION = "Contains a CA bundle that can be used to verify the kube-apiserver when "
            + "using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is "
            + "guaranteed across distributions of Kubernetes clusters.";
    private static final String CERTIFICATE = """
        -----BEGIN CERTIFICATE-----
        MIIBSIMULATEDCLUSTERWITHOUTANYTRUSTWHATSOEVER=
        -----END CERTIFICATE-----
        """;

    private final ApiServer api;
    private final ResourceKind kind;
    private final String name;
    private final Function<String, HasMetadata> make;
    private final Informer<Namespace> namespaces;
    private final WorkQueue queue;

    private NamespaceFurniture(
            Engine engine,
            ApiServer server,
            String component,
            ResourceKind kind,
            String name,
            Function<String, HasMetadata> make) {
        this.kind = kind;
        this.name = name;
        this.make = make;
        api = server.as(component);
        queue = new WorkQueue(engine, api, component, (key, done) -> {
            try {
                sync(key.name());
            } finally {
                done.run();
            }
        });
        // what a cluster has had for long is there from its first moment
        api.list(Query.all(Kinds.NAMESPACE))
                .forEach(namespace -> add(namespace.getMetadata().getName()));
        namespaces = new Informer<>(api, Kinds.NAMESPACE, Namespace.class).on((before, after) -> {
            if (after != null) {
                queue.add(ResourceId.of(after));
            }
        });
        new Informer<>(api, kind, HasMetadata.class).on(this::changed);
    }

    /// Starts the controllers of both objects.
    public static void start(Engine engine, ApiServer server) {
        var _ = new NamespaceFurniture(
                engine,
                server,
                "service-account-controller",
                Kinds.SERVICE_ACCOUNT,
                "default",
                namespace -> new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("default")
                        .withNamespace(namespace)
                        .endMetadata()
                        .build());
        var _ = new NamespaceFurniture(
                engine,
                server,
                "root-ca-certificate-publisher",
                Kinds.CONFIG_MAP,
                "kube-root-ca.crt",
                namespace -> new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("kube-root-ca.crt")
                        .withNamespace(namespace)
                        .addToAnnotations("kubernetes.io/description", DESCRIPTION)
                        .endMetadata()
                        .addToData("ca.crt", CERTIFICATE)
                        .build());
    }

    private void changed(@Nullable HasMetadata before, @Nullable HasMetadata after) {
        HasMetadata object = Objects.requireNonNull(after == null ? before : after);
        if (after == null && object.getMetadata().getName().equals(name)) {
            queue.add(ResourceId.of(Kinds.NAMESPACE, "", object.getMetadata().getNamespace()));
        }
    }

    private void sync(String namespace) {
        boolean active = namespaces
                .get(ResourceId.of(Kinds.NAMESPACE, "", namespace))
                .filter(n -> !Owners.isDeleting(n))
                .isPresent();
        if (active) {
            add(namespace);
        }
    }

    private void add(String namespace) {
        try {
            if (api.get(ResourceId.of(kind, namespace, name)).isEmpty()) {
                api.create(make.apply(namespace));
            }
        } catch (ClusterException refused) {
            // the namespace is going: nothing new comes into it
            if (refused.code() != 403 && refused.code() != 404) {
                throw refused;
            }
        }
    }
}

package drydock.app.live;

import drydock.app.live.api.ApiServer;
import drydock.app.live.api.Applying;
import drydock.app.live.api.Deleting;
import drydock.app.live.api.Discovery;
import drydock.app.live.api.Evicting;
import drydock.app.live.api.Rights;
import drydock.app.live.api.ServedKind;
import drydock.app.live.credential.Credentials;
import drydock.app.live.pod.LiveContainers;
import drydock.app.live.watch.WireException;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.ManifestAccess;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.ResourceNotFoundException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A real cluster, reached through a context of a kubeconfig.
///
/// **Threads.** Every call may be made on any thread but the JavaFX thread, and blocks until the server answers.
/// Listeners are called on the client's own threads.
public final class LiveCluster implements Cluster {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KubernetesClient client;
    private final Credentials credentials;
    private final ApiServer server;
    private final LiveObjects objects;
    private final LiveWrites writes;
    private final Evicting evicting;
    private final ClusterInfo info;
    private final List<ServedKind> served;
    private final LiveContainers containers;
    private final SharedWatches watches;

    private LiveCluster(
            KubernetesClient client,
            Credentials credentials,
            ApiServer server,
            ClusterInfo info,
            List<ServedKind> served) {
        this.client = client;
        this.credentials = credentials;
        this.server = server;
        this.objects = new LiveObjects(client, served);
        this.writes = new LiveWrites(objects, new Deleting(server, info.name(), served), false);
        this.evicting = new Evicting(server, info.name());
        this.info = info;
        this.served = served;
        this.containers = new LiveContainers(server, info.name());
        this.watches = new SharedWatches(server, served);
    }

    /// Connects.
    ///
    /// @param agreedPlugin the credential plugin that the user agreed to start; a context that wants another one
    ///     is refused
    /// @throws ClusterException if the server cannot be reached, or does not let the user in
    public static LiveCluster connect(
            Kubeconfig kubeconfig, String context, Optional<Kubeconfig.CredentialPlugin> agreedPlugin) {
        Kubeconfig.Context chosen = kubeconfig
                .context(context)
                .orElseThrow(() -> new ClusterException(0, "NoContext", "no context " + context));
        if (chosen.plugin().isPresent() && !chosen.plugin().equals(agreedPlugin)) {
            throw new ClusterException(
                    0,
                    "PluginNotAgreed",
                    "the context " + context + " wants to start "
                            + chosen.plugin().get().command());
        }
        ClientConfig config = configured(kubeconfig, chosen);
        return asking(context, () -> {
            KubernetesClient client =
                    new KubernetesClientBuilder().withConfig(config.config()).build();
            try {
                return connected(client, config.credentials(), context);
            } catch (RuntimeException refused) {
                client.close();
                throw refused;
            }
        });
    }

    private static ClientConfig configured(Kubeconfig kubeconfig, Kubeconfig.Context context) {
        try {
            return ClientConfig.of(kubeconfig, context, System.getenv());
        } catch (UncheckedIOException noCredentials) {
            throw new ClusterException(LiveErrors.reason(noCredentials), noCredentials);
        }
    }

    private static LiveCluster connected(KubernetesClient client, Credentials credentials, String context) {
        ApiServer server = new ApiServer(client, credentials::renew, LiveErrors::reason, PATIENCE);
        String version = client.getKubernetesVersion().getGitVersion();
        ClusterInfo info = new ClusterInfo(context, client.getMasterUrl().toString(), version, false);
        try {
            return new LiveCluster(client, credentials, server, info, new Discovery(server).served());
        } catch (WireException refused) {
            throw refused.code() == 0
                    ? new ClusterException(context + " cannot be reached: " + refused.getMessage(), refused)
                    : new ClusterException(refused.code(), "Refused", String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public ClusterInfo info() {
        return info;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public List<ResourceKind> kinds() {
        return served.stream().map(ServedKind::kind).toList();
    }

    /// The kinds it serves, and how; custom ones, too.
    public List<ServedKind> served() {
        return served;
    }

    /// What the user may do.
    public Rights rights() {
        return new Rights(server);
    }

    /// Plain requests to its server.
    ApiServer server() {
        return server;
    }

    @Override
    public Optional<HasMetadata> get(ResourceId id) {
        return ask(() -> Optional.ofNullable(objects.of(id).get()));
    }

    @Override
    public List<HasMetadata> list(Query query) {
        return ask(() -> objects.chosenBy(query).list().getItems().stream()
                .sorted(Comparator.comparing(ResourceId::of))
                .toList());
    }

    /// Watches of the same query share one connection.
    @Override
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        return watches.watch(new SharedWatches.Watched(query, false), Optional.empty(), listener);
    }

    /// The same for what the user is known not to be allowed: the server is asked later on, in case that changes.
    ///
    /// @param refusal what is told meanwhile
    Subscription watchRefused(Query query, String refusal, Consumer<ClusterEvent> listener) {
        boolean secret = query.kind().equals(Kinds.SECRET);
        return watches.watch(new SharedWatches.Watched(query, secret), Optional.of(refusal), listener);
    }

    /// Watches only what metadata says of objects: their names, labels, owners. Values of Secrets stay where they are.
    public Subscription watchMetadata(Query query, Consumer<ClusterEvent> listener) {
        return watches.watch(new SharedWatches.Watched(query, true), Optional.empty(), listener);
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        return object instanceof Eviction eviction ? evict(eviction) : ask(() -> writes.create(object));
    }

    /// An eviction is made at the Pod that it is about.
    private HasMetadata evict(Eviction eviction) {
        evicting.evict(eviction);
        return eviction;
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        return ask(() -> writes.replace(object));
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return ask(() -> writes.replaceStatus(object));
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        return ask(() -> writes.patch(id, patch));
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        return ask(() -> writes.apply(configuration, fieldManager, force));
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return ask(() -> writes.scale(id, replicas));
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        return ask(() -> writes.delete(id, deletion));
    }

    @Override
    public Optional<Cluster> trial() {
        return Optional.of(
                new LiveTrial(this, new LiveWrites(objects, new Deleting(server, info.name(), served), true)));
    }

    @Override
    public Optional<ManifestAccess> manifests() {
        return Optional.of(new Applying(server, info.name(), served));
    }

    @Override
    public Optional<ContainerAccess> containers() {
        return Optional.of(containers);
    }

    @Override
    public void close() {
        watches.close();
        containers.close();
        client.close();
    }

    /// A token that has expired is fetched anew, once.
    <T> T ask(Supplier<T> request) {
        try {
            return asking(info.name(), request);
        } catch (ClusterException refused) {
            if (refused.code() != 401) {
                throw refused;
            }
            credentials.renew();
            return asking(info.name(), request);
        }
    }

    private static <T> T asking(String cluster, Supplier<T> request) {
        try {
            return request.get();
        } catch (KubernetesClientException refused) {
            throw LiveErrors.translated(cluster, refused);
        } catch (ResourceNotFoundException unread) {
            throw LiveErrors.translated(cluster, unread);
        }
    }
}

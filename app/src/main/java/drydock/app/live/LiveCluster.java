package drydock.app.live;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A real cluster, reached through a context of a kubeconfig.
///
/// **Threads.** Every call may be made on any thread but the JavaFX thread, and blocks until the server answers.
/// Listeners are called on the client's own threads.
public final class LiveCluster implements Cluster {

    private static final int REQUEST_TIMEOUT_MILLIS = 15_000;
    private static final int RECONNECT_MILLIS = 500;

    private final KubernetesClient client;
    private final LiveObjects objects;
    private final ClusterInfo info;
    private final List<ResourceKind> kinds;
    private final Heartbeat heartbeat;
    private final Map<LiveWatch, Boolean> watches = new ConcurrentHashMap<>();

    private LiveCluster(KubernetesClient client, ClusterInfo info, List<ResourceKind> kinds) {
        this.client = client;
        this.objects = new LiveObjects(client);
        this.info = info;
        this.kinds = kinds;
        this.heartbeat = new Heartbeat(client, new Heartbeat.Listener() {
            @Override
            public void lost(Instant since, String reason) {
                watches.keySet().forEach(watch -> watch.interrupt(since, reason));
            }

            @Override
            public void found() {
                watches.keySet().forEach(LiveWatch::reconnect);
            }

            @Override
            public void goesOn() {
                watches.keySet().forEach(LiveWatch::askAgain);
            }
        });
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
        return asking(context, () -> {
            Config config = Config.fromKubeconfig(context, kubeconfig.file().toFile());
            config.setRequestTimeout(REQUEST_TIMEOUT_MILLIS);
            config.setConnectionTimeout(REQUEST_TIMEOUT_MILLIS);
            config.setRequestRetryBackoffLimit(0);
            config.setWatchReconnectInterval(RECONNECT_MILLIS);
            KubernetesClient client =
                    new KubernetesClientBuilder().withConfig(config).build();
            try {
                String version = client.getKubernetesVersion().getGitVersion();
                ClusterInfo info =
                        new ClusterInfo(context, client.getMasterUrl().toString(), version, false);
                return new LiveCluster(client, info, served(client));
            } catch (RuntimeException refused) {
                client.close();
                throw refused;
            }
        });
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
        return kinds;
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

    @Override
    public Subscription watch(Query query, Consumer<ClusterEvent> listener) {
        LiveWatch watch = new LiveWatch(objects, query, listener);
        watches.put(watch, true);
        watch.connect();
        return () -> {
            watches.remove(watch);
            watch.close();
        };
    }

    @Override
    public HasMetadata create(HasMetadata object) {
        return ask(() -> objects.holding(object).create());
    }

    @Override
    public HasMetadata replace(HasMetadata object) {
        return ask(() -> objects.holding(object).update());
    }

    @Override
    public HasMetadata replaceStatus(HasMetadata object) {
        return ask(() -> objects.holding(object).updateStatus());
    }

    @Override
    public HasMetadata patch(ResourceId id, Patch patch) {
        PatchType type = switch (patch.type()) {
            case JSON -> PatchType.JSON;
            case MERGE -> PatchType.JSON_MERGE;
            case STRATEGIC -> PatchType.STRATEGIC_MERGE;
        };
        return ask(() -> objects.of(id).patch(PatchContext.of(type), patch.body()));
    }

    @Override
    public HasMetadata apply(HasMetadata configuration, String fieldManager, boolean force) {
        PatchContext how = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(fieldManager)
                .withForce(force)
                .build();
        return ask(() -> objects.of(ResourceId.of(configuration)).patch(how, configuration));
    }

    @Override
    public HasMetadata scale(ResourceId id, int replicas) {
        return ask(() -> {
            Resource<HasMetadata> resource = objects.of(id);
            resource.scale(replicas);
            return resource.require();
        });
    }

    @Override
    public HasMetadata delete(ResourceId id, Deletion deletion) {
        DeletionPropagation propagation = switch (deletion.propagation()) {
            case BACKGROUND -> DeletionPropagation.BACKGROUND;
            case FOREGROUND -> DeletionPropagation.FOREGROUND;
            case ORPHAN -> DeletionPropagation.ORPHAN;
            // the client always says something: what the server would do
            case UNSAID ->
                id.group().equals("batch") && id.kind().equals("Job")
                        ? DeletionPropagation.ORPHAN
                        : DeletionPropagation.BACKGROUND;
        };
        return ask(() -> {
            Resource<HasMetadata> resource = objects.of(id);
            HasMetadata last = resource.require();
            var deleting = resource.withPropagationPolicy(propagation);
            if (deletion.graceSeconds().isPresent()) {
                deleting.withGracePeriod(deletion.graceSeconds().getAsLong()).delete();
            } else {
                deleting.delete();
            }
            return last;
        });
    }

    @Override
    public void close() {
        heartbeat.close();
        watches.keySet().forEach(LiveWatch::close);
        watches.clear();
        client.close();
    }

    private <T> T ask(Supplier<T> request) {
        return asking(info.name(), request);
    }

    private static <T> T asking(String cluster, Supplier<T> request) {
        try {
            return request.get();
        } catch (KubernetesClientException refused) {
            throw LiveErrors.translated(cluster, refused);
        }
    }

    /// The kinds that the server says it serves, in the versions it serves of those that Drydock knows.
    private static List<ResourceKind> served(KubernetesClient client) {
        Map<String, List<String>> plurals = new HashMap<>();
        return Kinds.all().stream()
                .filter(kind -> plurals.computeIfAbsent(kind.apiVersion(), version -> resources(client, version))
                        .contains(kind.plural()))
                .toList();
    }

    private static List<String> resources(KubernetesClient client, String apiVersion) {
        APIResourceList list = client.getApiResources(apiVersion);
        return list == null || list.getResources() == null
                ? List.of()
                : list.getResources().stream().map(r -> r.getName()).toList();
    }
}

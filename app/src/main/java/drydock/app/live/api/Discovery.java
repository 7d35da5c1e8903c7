package drydock.app.live.api;

import drydock.app.live.watch.WireException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIGroupList;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// Which kinds a server serves, built in and custom.
public final class Discovery {

    /// Older versions whose objects read as those that Drydock knows.
    private static final Map<String, List<String>> READ_THE_SAME = Map.of(
            "batch/CronJob", List.of("v1beta1"),
            "policy/PodDisruptionBudget", List.of("v1beta1"),
            "autoscaling/HorizontalPodAutoscaler", List.of("v2beta2"),
            // before 1.21; OldSliceReading puts what stands elsewhere in it in its place
            "discovery.k8s.io/EndpointSlice", List.of("v1beta1"));

    /// Groups that a server has by itself. What else there is came with definitions, or from another server behind it.
    private static final Set<String> BUILT_IN =
            Kinds.served().stream().map(ResourceKind::group).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LEFT_OUT = Set.of(
            "extensions",
            "events.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "internal.apiserver.k8s.io",
            "apidiscovery.k8s.io");

    private final ApiServer server;

    public Discovery(ApiServer server) {
        this.server = server;
    }

    /// The kinds that can be listed and watched. A group that does not answer (its server behind the API server is
    /// down) is left out.
    public List<ServedKind> served() throws WireException {
        APIGroupList groups = server.get("/apis", APIGroupList.class);
        List<ServedKind> served = new ArrayList<>(known(resources("/api/v1"), "", "v1"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<ServedKind>>> asked = groups.getGroups().stream()
                    .filter(group -> !LEFT_OUT.contains(group.getName()))
                    .map(group -> threads.submit((Callable<List<ServedKind>>) () -> of(group)))
                    .toList();
            for (Future<List<ServedKind>> answer : asked) {
                served.addAll(answer(answer));
            }
        }
        return List.copyOf(served);
    }

    private static List<ServedKind> answer(Future<List<ServedKind>> asked) throws WireException {
        try {
            return asked.get();
        } catch (ExecutionException groupIsDown) {
            return List.of();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new WireException(0, "interrupted", Optional.empty());
        }
    }

    private List<ServedKind> of(APIGroup group) throws WireException {
        if (!BUILT_IN.contains(group.getName())) {
            String version = group.getPreferredVersion() == null
                    ? group.getVersions().getFirst().getVersion()
                    : group.getPreferredVersion().getVersion();
            return custom(resources("/apis/" + group.getName() + "/" + version), group.getName(), version);
        }
        Map<String, ServedKind> found = new HashMap<>();
        for (GroupVersionForDiscovery version : group.getVersions()) {
            String path = "/apis/" + group.getName() + "/" + version.getVersion();
            known(resources(path), group.getName(), version.getVersion())
                    .forEach(kind -> found.merge(kind.kind().kind(), kind, Discovery::better));
        }
        return List.copyOf(found.values());
    }

    private static ServedKind better(ServedKind one, ServedKind other) {
        return one.isOlder() ? other : one;
    }

    private APIResourceList resources(String path) throws WireException {
        return server.get(path, APIResourceList.class);
    }

    private static List<ServedKind> known(APIResourceList resources, String group, String version) {
        return resources.getResources().stream()
                .filter(Discovery::isWatchable)
                .flatMap(resource -> Kinds.find(group, resource.getKind()).stream())
                .filter(kind -> kind.version().equals(version)
                        || READ_THE_SAME
                                .getOrDefault(group + "/" + kind.kind(), List.of())
                                .contains(version))
                .map(kind -> new ServedKind(kind, version, false))
                .toList();
    }

    private static List<ServedKind> custom(APIResourceList resources, String group, String version) {
        return resources.getResources().stream()
                .filter(Discovery::isWatchable)
                .map(resource -> new ServedKind(kind(resource, group, version), version, true))
                .toList();
    }

    private static ResourceKind kind(APIResource resource, String group, String version) {
        List<String> shortNames = resource.getShortNames() == null ? List.of() : resource.getShortNames();
        boolean namespaced = Boolean.TRUE.equals(resource.getNamespaced());
        return new ResourceKind(group, version, resource.getKind(), resource.getName(), namespaced, shortNames);
    }

    private static boolean isWatchable(APIResource resource) {
        return !resource.getName().contains("/")
                && resource.getVerbs() != null
                && resource.getVerbs().contains("list")
                && resource.getVerbs().contains("watch");
    }
}

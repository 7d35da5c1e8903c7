package drydock.sim.load;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.metrics.Usages;
import drydock.sim.network.RequestLog;
import drydock.sim.network.RequestTrace;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// Reads from a cluster how busy everything is.
final class LoadReading {

    private final ApiServer server;
    private final RequestLog requests;
    private final PodLoads pods;
    private Map<ResourceId, Load> last = Map.of();
    private boolean lastHadRequests;
    private int seen;

    LoadReading(ApiServer server, Usages usages, RequestLog requests) {
        this.server = server;
        this.requests = requests;
        this.pods = new PodLoads(server, usages);
    }

    /// How busy everything is now; where nothing has happened, what it was before is told again.
    ///
    /// @param lately the time over which requests are counted
    LoadSample at(Instant now, Duration lately) {
        List<RequestTrace> traces = requests.between(now.minus(lately), now);
        boolean podsChanged = pods.update(now);
        if (autoscalersChanged() || podsChanged || lastHadRequests || !traces.isEmpty()) {
            Map<ResourceId, Load> loads = new HashMap<>(pods.byMaker());
            requests(traces, lately, loads);
            for (HasMetadata object : server.list(Query.all(Kinds.HORIZONTAL_POD_AUTOSCALER))) {
                if (object instanceof HorizontalPodAutoscaler autoscaler) {
                    autoscaler(autoscaler, loads);
                }
            }
            last = Map.copyOf(loads);
            lastHadRequests = !traces.isEmpty();
        }
        return new LoadSample(now, last);
    }

    private boolean autoscalersChanged() {
        boolean changed = false;
        for (List<Change> log = server.log(); seen < log.size(); seen++) {
            changed |= log.get(seen).object().kind().equals(Kinds.HORIZONTAL_POD_AUTOSCALER.kind());
        }
        return changed;
    }

    private void requests(List<RequestTrace> traces, Duration lately, Map<ResourceId, Load> loads) {
        double share = 1.0 / lately.toSeconds();
        for (RequestTrace trace : traces) {
            boolean failed = !trace.result().succeeded();
            trace.service()
                    .ifPresent(id -> loads.merge(
                            id, Load.NONE.plusRequest(share, failed), (load, _) -> load.plusRequest(share, failed)));
            trace.pod()
                    .map(pods::makers)
                    .orElse(List.of())
                    .forEach(maker -> loads.computeIfPresent(maker, (_, load) -> load.plusRequest(share, failed)));
        }
    }

    private static void autoscaler(HorizontalPodAutoscaler autoscaler, Map<ResourceId, Load> loads) {
        var target = autoscaler.getSpec().getScaleTargetRef();
        loads.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(target.getKind())
                        && entry.getKey().name().equals(target.getName())
                        && entry.getKey()
                                .namespace()
                                .equals(autoscaler.getMetadata().getNamespace()))
                .findFirst()
                .ifPresent(entry -> {
                    Load aimed = entry.getValue().aimedAt(share(autoscaler));
                    loads.put(entry.getKey(), aimed);
                    loads.put(ResourceId.of(autoscaler), aimed);
                });
    }

    /// The share of its CPU that it wants to be used; empty if it goes by something else.
    private static OptionalDouble share(HorizontalPodAutoscaler autoscaler) {
        return autoscaler.getSpec().getMetrics().stream()
                .map(MetricSpec::getResource)
                .filter(resource -> resource != null && "cpu".equals(resource.getName()))
                .map(resource -> resource.getTarget().getAverageUtilization())
                .filter(Objects::nonNull)
                .mapToDouble(percent -> percent / 100.0)
                .findFirst();
    }
}

package drydock.sim.network;

import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A cloud that gives each Service of type LoadBalancer a balancer outside, half a minute after it is asked
/// (`cloud-provider/controllers/service/controller.go`).
final class CloudBalancers {

    private static final int FIRST = 100;
    private static final int LAST = 250;

    private final Engine engine;
    private final ApiServer api;
    private final ServiceTable table;
    private final SplittableRandom random;
    private final Map<Integer, ResourceId> taken = new HashMap<>();
    private final Map<ResourceId, Engine.Timer> coming = new HashMap<>();

    CloudBalancers(Engine engine, ApiServer api, ServiceTable table) {
        this.engine = engine;
        this.api = api;
        this.table = table;
        this.random = engine.random("cloud");
    }

    void start() {
        table.services().on(this::changed);
    }

    private void changed(@Nullable Service before, @Nullable Service after) {
        if (after != null && isMine(after)) {
            ResourceId id = ResourceId.of(after);
            if (ServiceTable.balancers(after).isEmpty() && !coming.containsKey(id)) {
                api.record(after, "Normal", "EnsuringLoadBalancer", "Ensuring load balancer", "");
                coming.put(id, engine.schedule(Duration.ofMillis(random.nextLong(20_000, 45_000)), () -> give(id)));
            }
        } else if (before != null && isMine(before)) {
            takeBack(ResourceId.of(before), after);
        }
    }

    private static boolean isMine(Service service) {
        return "LoadBalancer".equals(service.getSpec().getType())
                && service.getSpec().getLoadBalancerClass() == null;
    }

    private void give(ResourceId id) {
        coming.remove(id);
        api.get(id).map(Service.class::cast).filter(CloudBalancers::isMine).ifPresent(service -> {
            for (int number = FIRST; number <= LAST; number++) {
                if (taken.putIfAbsent(number, id) == null) {
                    write(service, "203.0.113." + number);
                    api.record(service, "Normal", "EnsuredLoadBalancer", "Ensured load balancer", "");
                    return;
                }
            }
            api.record(
                    service,
                    "Warning",
                    "SyncLoadBalancerFailed",
                    "Error syncing load balancer: failed to ensure load balancer: no address is left",
                    "");
        });
    }

    private void takeBack(ResourceId id, @Nullable Service after) {
        Engine.Timer timer = coming.remove(id);
        if (timer != null) {
            timer.cancel();
        }
        taken.values().removeIf(id::equals);
        if (after != null && !ServiceTable.balancers(after).isEmpty()) {
            write(after, "");
        }
    }

    private void write(Service service, String address) {
        var status = new ServiceBuilder(service)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .editOrNewStatus()
                .withNewLoadBalancer();
        if (!address.isEmpty()) {
            status.addNewIngress().withIp(address).withIpMode("VIP").endIngress();
        }
        api.replaceStatus(status.endLoadBalancer().endStatus().build());
    }
}

package drydock.app.live;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.DirectAccess;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The way to containers of a cluster that may be locked.
record GuardedContainers(ContainerAccess access, BooleanSupplier isUnlocked, ClusterInfo info)
        implements ContainerAccess {

    @Override
    public Subscription log(
            ResourceId pod, String container, LogWish wish, Consumer<String> text, Consumer<Optional<String>> end) {
        return access.log(pod, container, wish, text, end);
    }

    @Override
    public void exec(
            ResourceId pod,
            String container,
            List<String> program,
            String input,
            Consumer<String> out,
            Consumer<String> err,
            IntConsumer done) {
        demandUnlocked();
        access.exec(pod, container, program, input, out, err, done);
    }

    @Override
    public Attached attach(ResourceId pod, String container, Consumer<String> text, Consumer<Optional<String>> end) {
        demandUnlocked();
        return access.attach(pod, container, text, end);
    }

    @Override
    public Subscription forward(ResourceId pod, int local, int port) {
        demandUnlocked();
        return access.forward(pod, local, port);
    }

    @Override
    public Optional<DirectAccess> direct() {
        return access.direct().map(direct -> new GuardedDirect(direct, this::demandUnlocked));
    }

    private void demandUnlocked() {
        if (!isUnlocked.getAsBoolean()) {
            throw new ClusterException(
                    403, "ReadOnly", info.name() + " is open for reading only; unlock it to change it");
        }
    }
}

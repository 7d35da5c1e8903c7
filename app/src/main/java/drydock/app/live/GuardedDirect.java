package drydock.app.live;

import drydock.model.cluster.DirectAccess;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The way right into the Pods of a cluster that may be locked: nothing is opened, typed or let through while it is.
///
/// @param demandUnlocked throws while the cluster is locked
record GuardedDirect(DirectAccess access, Runnable demandUnlocked) implements DirectAccess {

    @Override
    public Terminal terminal(
            ResourceId pod, String container, List<String> program, Size size, TerminalListener listener) {
        demandUnlocked.run();
        Terminal terminal = access.terminal(pod, container, program, size, listener);
        return new Terminal() {
            @Override
            public void type(byte[] keys) {
                demandUnlocked.run();
                terminal.type(keys);
            }

            @Override
            public void resize(Size size) {
                terminal.resize(size);
            }

            @Override
            public void close() {
                terminal.close();
            }
        };
    }

    @Override
    public Forward forward(Supplier<Optional<PodPort>> to, int local, ForwardListener listener) {
        demandUnlocked.run();
        return access.forward(
                () -> {
                    demandUnlocked.run();
                    return to.get();
                },
                local,
                listener);
    }
}

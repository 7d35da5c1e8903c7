package drydock.sim.kubelet;

import drydock.model.cluster.ContainerAccess;
import drydock.sim.container.Container;
import java.util.Optional;
import java.util.function.Consumer;

/// Somebody who is attached to the first process of a container: hears what it writes, and types where it reads.
final class Attachment implements ContainerAccess.Attached {

    private final Container container;
    private final boolean reads;
    private final boolean once;
    private final Runnable stop;
    private boolean over;

    Attachment(
            Container container,
            io.fabric8.kubernetes.api.model.Container spec,
            Consumer<String> text,
            Consumer<Optional<String>> end) {
        this.container = container;
        this.reads = Boolean.TRUE.equals(spec.getStdin());
        this.once = Boolean.TRUE.equals(spec.getStdinOnce());
        this.stop = container.output().listen(text);
        container.whenEnded(() -> {
            if (!over) {
                over = true;
                stop.run();
                end.accept(Optional.empty());
            }
        });
    }

    @Override
    public void type(String text) {
        if (reads && !over) {
            container.type(text);
        }
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            stop.run();
            if (once) {
                container.endInput();
            }
        }
    }
}

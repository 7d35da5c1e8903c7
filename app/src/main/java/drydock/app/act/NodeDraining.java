package drydock.app.act;

import drydock.app.activity.Activity;
import drydock.app.session.ClusterSession;
import drydock.app.session.Enduring;
import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.drain.Draining;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A node that is emptied, told as an activity. Belongs to the JavaFX thread; what the cluster says is handed to it.
final class NodeDraining {

    private final Messages messages = Messages.of(NodeDraining.class);
    private final Tasks tasks;
    private final String node;
    private final int all;
    private final Activity activity;
    private Subscription going = () -> {};
    private int gone;
    private String waits = "";

    private NodeDraining(Tasks tasks, ClusterSession session, String node, int all) {
        this.tasks = tasks;
        this.node = node;
        this.all = all;
        this.activity = new Activity(session, messages.get("act.drain.title", node));
    }

    /// Begins to let `pods` go.
    ///
    /// @param graceSeconds what each Pod is given to stop; empty for its own
    /// @param open opens the node to Pods again; offered when the drain has ended before its time
    static Activity begin(
            Tasks tasks,
            ClusterSession session,
            Enduring enduring,
            String node,
            List<Pod> pods,
            OptionalLong graceSeconds,
            Runnable open) {
        NodeDraining draining = new NodeDraining(tasks, session, node, pods.size());
        draining.begin(enduring, pods, new Draining.Way(true, graceSeconds, true), open);
        return draining.activity;
    }

    private void begin(Enduring enduring, List<Pod> pods, Draining.Way way, Runnable open) {
        activity.stateProperty().subscribe(state -> {
            if (state == Activity.State.STOPPED || state == Activity.State.FAILED) {
                activity.remedyProperty().set(Optional.of(new Activity.Remedy(messages.get("act.uncordon"), open)));
            }
            if (state != Activity.State.RUNNING) {
                going.close();
            }
        });
        activity.setWork();
        activity.setOnStop(
                () -> activity.end(Activity.State.STOPPED, messages.get("act.drain.stopped", gone, all, node)));
        tell();
        going = enduring.begin((cluster, later) -> new Draining(cluster, later, way, new Told()).begin(node, pods));
    }

    private void tell() {
        String words = messages.get("act.drain.count", gone, all);
        activity.tell(waits.isEmpty() ? words : words + " · " + waits, all == 0 ? -1 : (double) gone / all);
    }

    private static String name(ResourceId pod) {
        return pod.namespace() + "/" + pod.name();
    }

    /// Hears of it on the drain's own thread.
    private final class Told implements Draining.Listener {

        @Override
        public void begun(ResourceId pod) {
            tasks.onScreen(() -> activity.note(messages.get("act.drain.evicting", name(pod))));
        }

        @Override
        public void waits(ResourceId pod, ClusterException why) {
            tasks.onScreen(() -> {
                waits = messages.get(
                        "act.drain.waits", name(pod), Refusal.of(why).words());
                tell();
            });
        }

        @Override
        public void gone(ResourceId pod) {
            tasks.onScreen(() -> {
                gone++;
                waits = waits.startsWith(name(pod)) ? "" : waits;
                activity.note(messages.get("act.drain.gone", name(pod)));
                tell();
            });
        }

        @Override
        public void done() {
            tasks.onScreen(() -> activity.end(Activity.State.DONE, messages.get("act.drain.done", gone, node)));
        }

        @Override
        public void failed(ResourceId pod, ClusterException why) {
            tasks.onScreen(() -> activity.end(
                    Activity.State.FAILED,
                    messages.get("act.drain.failed", name(pod), Refusal.of(why).words())));
        }
    }
}

package drydock.app.act;

import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The way from an edited text to the cluster: tried first, then written, on the very version that it was made of.
///
/// **Never twice.** What is written names the version it is based on: a request whose answer was lost is looked up, not
/// sent again, and one that had gone through is told as done.
final class Writing {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    /// An object whose status changes all the time is asked for anew as often as this.
    private static final int TRIES = 5;

    private final Target target;
    private final Messages messages;

    Writing(Target target, Messages messages) {
        this.target = target;
        this.messages = messages;
    }

    /// What became of it.
    sealed interface Outcome {}

    /// It is so, or would be.
    record Done(HasMetadata object) implements Outcome {}

    record Unreadable(List<EditedObject.Wrong> wrongs) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    /// Somebody else has changed what is shown of it meanwhile.
    record Meanwhile(HasMetadata now) implements Outcome {}

    /// It is not there any more.
    record Gone() implements Outcome {}

    /// Tries it.
    Tasks.Work<Outcome> tryOut(EditedObject edited) {
        return target.session()
                .ask(cluster ->
                        sent(
                                cluster,
                                edited,
                                edited.base(),
                                cluster.trial()
                                                .orElseThrow(() -> new ClusterException(
                                                        405, "MethodNotAllowed", "nothing is tried here"))::replace));
    }

    /// Writes it.
    ///
    /// @param expected what came of trying it
    Tasks.Work<Outcome> write(EditedObject edited, ObjectText expected) {
        return target.session().ask(cluster -> sent(cluster, edited, expected, cluster::replace));
    }

    private Outcome sent(Cluster cluster, EditedObject edited, ObjectText expected, UnaryOperator<HasMetadata> send) {
        EditedObject now = edited;
        for (int tries = 1; ; tries++) {
            GenericKubernetesResource object;
            try {
                object = now.object(target.id(), messages.get("act.edit.another", target.name()));
            } catch (EditedObject.UnreadableException unreadable) {
                return new Unreadable(unreadable.wrongs());
            }
            try {
                return new Done(send.apply(object));
            } catch (ClusterException refused) {
                if (refused.code() == NOT_FOUND) {
                    return new Gone();
                }
                if (refused.code() == 0) {
                    return lookedUp(cluster, now, expected, refused);
                }
                if (refused.code() != CONFLICT) {
                    return new Refused(Refusal.of(refused));
                }
                Optional<HasMetadata> there = cluster.get(target.id());
                if (there.isEmpty()) {
                    return new Gone();
                }
                ObjectText latest = ObjectText.of(there.get());
                boolean isOnlyInside = latest.yaml().equals(now.base().yaml());
                if (!isOnlyInside || latest.version().equals(now.base().version())) {
                    return isOnlyInside ? new Refused(Refusal.of(refused)) : new Meanwhile(there.get());
                }
                if (tries == TRIES) {
                    return new Refused(Refusal.of(refused));
                }
                now = new EditedObject(latest, now.text());
            }
        }
    }

    /// The answer was lost: whether it was done shows in the object, if that can be had.
    private Outcome lookedUp(Cluster cluster, EditedObject edited, ObjectText expected, ClusterException lost) {
        try {
            Optional<HasMetadata> there = cluster.get(target.id());
            if (there.isEmpty()) {
                return new Gone();
            }
            ObjectText latest = ObjectText.of(there.get());
            boolean isUnchanged = latest.yaml().equals(edited.base().yaml());
            boolean isWritten = !isUnchanged && latest.yaml().equals(expected.yaml());
            return isWritten ? new Done(there.get()) : new Refused(Refusal.of(lost));
        } catch (ClusterException stillLost) {
            return new Refused(Refusal.of(lost));
        }
    }
}

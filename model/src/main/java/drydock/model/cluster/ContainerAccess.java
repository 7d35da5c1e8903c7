package drydock.model.cluster;

import drydock.model.resource.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The way to running containers that an API server offers: the subresources `log`, `exec`, `attach` and `portforward`
/// of a Pod.
///
/// **Errors** are a [ClusterException] with the server's words.
public interface ContainerAccess {

    /// What is wanted of a log.
    ///
    /// @param previous whether of the run before the last
    /// @param follow whether to go on telling what is written
    /// @param tail only so many of the newest lines
    /// @param since only what was written then or later
    /// @param timestamps whether each line begins with its time
    record LogWish(boolean previous, boolean follow, OptionalInt tail, Optional<Instant> since, boolean timestamps) {

        /// All of the last run, and no more.
        public static final LogWish ALL = new LogWish(false, false, OptionalInt.empty(), Optional.empty(), false);
    }

    /// Tells what a container has written.
    ///
    /// @param end called when there is no more to come; with what became of the connection where that broke, empty
    ///     where all was told
    Subscription log(
            ResourceId pod, String container, LogWish wish, Consumer<String> text, Consumer<Optional<String>> end);

    /// Runs a program in a container.
    ///
    /// @param input all that it reads
    /// @param done gets its exit code
    void exec(
            ResourceId pod,
            String container,
            List<String> program,
            String input,
            Consumer<String> out,
            Consumer<String> err,
            IntConsumer done);

    /// Where one is attached to what a container runs; to close it is to leave.
    interface Attached extends Subscription {

        /// Passes on what was typed; nothing happens if the container reads nothing. May block until it is on its way.
        void type(String text);
    }

    /// Attaches to the first process of a container: tells what that writes from now on, as it comes. Whoever leaves a
    /// container that may be attached to once only (`stdinOnce`) ends what it reads.
    ///
    /// @param end called when the process has ended; with what went wrong, empty if nothing did
    Attached attach(ResourceId pod, String container, Consumer<String> text, Consumer<Optional<String>> end);

    /// Lets a port of the user's machine lead to a port of a Pod, until the subscription is closed.
    Subscription forward(ResourceId pod, int local, int port);

    /// What needs a machine of the user's beside a real cluster; empty in a simulation.
    default Optional<DirectAccess> direct() {
        return Optional.empty();
    }
}

package drydock.model.cluster;

import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What leads from the user's machine right into the Pods of a real cluster: terminals, and ports on loopback.
///
/// **Errors** are a [ClusterException] with the server's words. Listeners are called on threads of the cluster's and
/// must not block for long.
public interface DirectAccess {

    /// How large a terminal is, in characters.
    record Size(int columns, int rows) {

        public Size {
            if (columns < 1 || rows < 1) {
                throw new IllegalArgumentException("a terminal of " + columns + " by " + rows);
            }
        }
    }

    /// A program that runs in a container with a terminal. Calls may block until what was sent is on its way.
    interface Terminal extends AutoCloseable {

        /// Sends what was typed.
        void type(byte[] keys);

        /// Tells the program how large the terminal has become.
        void resize(Size size);

        /// Hangs up; the program gets a hang-up signal where its container's runtime does as usual.
        @Override
        void close();
    }

    /// What a terminal is told.
    interface TerminalListener {

        /// What the program wrote, in the order in which it wrote it.
        void written(byte[] bytes);

        /// The program has ended, or the connection has; nothing comes after it.
        ///
        /// @param exitCode empty where nobody said
        /// @param said what went wrong, in the server's words; empty if nothing did
        void ended(Optional<Integer> exitCode, Optional<String> said);
    }

    /// A port of a Pod.
    record PodPort(ResourceId pod, int port) {}

    /// What happens at a forwarded port.
    interface ForwardListener {

        /// A connection was made to `to`; so many are open now.
        void connected(PodPort to, int open);

        /// A connection has ended.
        ///
        /// @param said what went wrong, empty if nothing did
        void disconnected(int open, Optional<String> said);
    }

    /// A port of the user's machine that leads into the cluster until it is closed.
    interface Forward extends AutoCloseable {

        /// The port on loopback.
        int local();

        @Override
        void close();
    }

    /// Runs a program in a container, with a terminal.
    Terminal terminal(ResourceId pod, String container, List<String> program, Size size, TerminalListener listener);

    /// Lets a port on loopback lead to a Pod's, chosen anew for each connection that is made.
    ///
    /// @param to the Pod to connect to now, empty where there is none; called on any thread
    /// @param local the port of the user's machine, 0 for a free one
    /// @throws ClusterException with code 0 if the port is taken
    Forward forward(Supplier<Optional<PodPort>> to, int local, ForwardListener listener);
}

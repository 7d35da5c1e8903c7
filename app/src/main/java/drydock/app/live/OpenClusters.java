package drydock.app.live;

import drydock.app.replay.ReplaySession;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The live clusters that a window is connected to, and the recordings that it has open; one of them at most is looked
/// at. Belongs to the JavaFX thread.
public final class OpenClusters {

    private final Messages messages = Messages.of(OpenClusters.class);
    private final Workspace workspace;
    private final ObservableList<ClusterSession> open = FXCollections.observableArrayList();
    /// Kept, for it would be forgotten with its listeners.
    private final ObservableList<ClusterSession> shown = FXCollections.unmodifiableObservableList(open);

    private Consumer<ClusterSession> ended = _ -> {};
    private Predicate<ClusterSession> mayEnd = _ -> true;

    public OpenClusters(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Says who is told of a connection that is ended, before it is.
    public void setOnEnd(Consumer<ClusterSession> handler) {
        ended = handler;
    }

    /// Says who is asked whether a connection may be ended that the user wants to end.
    public void setMayEnd(Predicate<ClusterSession> question) {
        mayEnd = question;
    }

    /// Ends a connection or closes a recording, unless something speaks against it.
    void leave(ClusterSession session) {
        if (mayEnd.test(session)) {
            end(session);
        }
    }

    /// Those that are open, in the order in which they were opened.
    ObservableList<ClusterSession> sessions() {
        return shown;
    }

    /// Adds a cluster and looks at it.
    void open(LiveSession session) {
        open.add(session);
        session.unmeasuredProperty().subscribe((_, _) -> {
            if (Optional.of(session).equals(seen())) {
                unmeasured(session).ifPresent(workspace.messageProperty()::set);
            }
        });
        look(session);
        workspace.nodesViewProperty().set(true);
    }

    private Optional<String> unmeasured(LiveSession session) {
        return session.unmeasuredProperty().get().map(why -> words(session, why));
    }

    private String words(LiveSession session, LiveSession.Unmeasured why) {
        String cluster = session.info().name();
        return why.isNowhere()
                ? messages.get("usage.none", cluster)
                : messages.get("usage.unknown", cluster, why.code() + " " + why.message());
    }

    /// Adds a recording and looks at it.
    void open(ReplaySession session) {
        open.add(session);
        look(session);
        workspace.nodesViewProperty().set(true);
    }

    /// Looks at a cluster that is open. What was said of another is said no more.
    void look(ClusterSession session) {
        if (!Optional.of(session).equals(workspace.session())) {
            workspace.look(session);
            workspace.messageProperty().set(seen().flatMap(this::unmeasured).orElse(""));
        }
    }

    /// Looks at the cluster that was opened last.
    ///
    /// @return whether there is one
    public boolean lookAtLast() {
        if (open.isEmpty()) {
            return false;
        }
        look(open.getLast());
        return true;
    }

    /// The cluster that is looked at.
    public Optional<LiveSession> seen() {
        return workspace.session().filter(LiveSession.class::isInstance).map(LiveSession.class::cast);
    }

    /// The cluster or the recording that is looked at.
    public Optional<ClusterSession> shown() {
        return workspace.session().filter(open::contains);
    }

    /// Ends the connection to a cluster, or closes a recording. Where it was looked at, the one beside it is, or none.
    public void end(ClusterSession session) {
        ended.accept(session);
        int at = open.indexOf(session);
        boolean wasSeen = workspace.session().filter(session::equals).isPresent();
        open.remove(session);
        if (wasSeen) {
            if (open.isEmpty()) {
                workspace.design();
            } else {
                look(open.get(Math.min(at, open.size() - 1)));
            }
        }
        session.close();
    }

    /// Ends all connections.
    public void endAll() {
        List.copyOf(open).forEach(this::end);
    }
}

package drydock.app.live;

import drydock.app.live.api.Usage;
import drydock.app.observe.Observed;
import drydock.app.reasons.ObservedReasons;
import drydock.app.session.ClusterCommands;
import drydock.app.session.ClusterSession;
import drydock.app.session.ConsoleOutput;
import drydock.app.session.Enduring;
import drydock.app.session.Explained;
import drydock.app.session.Measured;
import drydock.app.session.Permitting;
import drydock.app.session.Reason;
import drydock.app.session.Right;
import drydock.app.session.RunningCommand;
import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterInfo;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.render.load.Loads;
import drydock.sim.container.CommandLine;
import drydock.sim.script.CommandRunner;
import drydock.sim.script.Script;
import drydock.sim.script.StartedCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// A live cluster before the window: watched from the start, changed only while it is unlocked. It goes on while
/// another cluster, or none, is looked at.
public final class LiveSession implements ClusterSession, Explained, Permitting, Enduring, Measured {

    private final LiveCluster cluster;
    private final Cluster guarded;
    private final LiveScope scope;
    private final ClusterCommands commands;
    private final String namespace;
    private final Tasks tasks;
    private final Observed observed;
    private final BooleanProperty unlocked = new SimpleBooleanProperty(this, "unlocked");
    private final BooleanProperty secretValues = new SimpleBooleanProperty(this, "secretValues");
    private final AtomicBoolean isUnlocked = new AtomicBoolean();
    private final Kubeconfig.Trust trust;
    private final Optional<ClientCertificate> certificate;
    private final UsageLoads usageLoads = new UsageLoads();
    private final ReadOnlyObjectWrapper<Loads> loads = new ReadOnlyObjectWrapper<>(this, "loads", Loads.NONE);
    private final ReadOnlyObjectWrapper<Optional<Unmeasured>> unmeasured =
            new ReadOnlyObjectWrapper<>(this, "unmeasured", Optional.empty());
    private final UsagePoll usage;
    private final List<Runnable> closing = new ArrayList<>();
    private Subscription secrets = () -> {};
    private final ReadOnlyObjectWrapper<Optional<LiveRecording>> recording =
            new ReadOnlyObjectWrapper<>(this, "recording", Optional.empty());

    /// Why it is not known what nodes and Pods use.
    ///
    /// @param message the server's words
    record Unmeasured(int code, String message) {
        /// Whether the cluster has nothing that would know it.
        boolean isNowhere() {
            return code == 404;
        }
    }

    /// Begins to watch.
    ///
    /// @param scope what is watched
    /// @param trust whether the server's certificate was looked at
    /// @param certificate what the user shows the server, where it is a certificate
    /// @param namespace the namespace of what a command names without one
    /// @param commands what the console's commands are run by
    LiveSession(
            LiveCluster cluster,
            LiveScope scope,
            Kubeconfig.Trust trust,
            Optional<ClientCertificate> certificate,
            String namespace,
            ClusterCommands commands,
            Tasks tasks) {
        this.cluster = cluster;
        this.guarded = new GuardedCluster(cluster, isUnlocked::get);
        this.scope = scope;
        this.trust = trust;
        this.certificate = certificate;
        this.namespace = namespace;
        this.commands = commands;
        this.tasks = tasks;
        this.observed = new Observed(tasks);
        unlocked.subscribe(isUnlocked::set);
        scope.reach().keySet().forEach(this::watch);
        usage = new UsagePoll(cluster.server(), scope.narrowed().orElse(scope.namespace()), usageListener());
        usage.start();
        secretValues.subscribe((_, _) -> watchSecretsAnew());
    }

    private void watch(ResourceKind kind) {
        observed.expect(kind);
        Subscription watching = scope.watch(cluster, kind, secretValues.get(), observed);
        if (kind.equals(Kinds.SECRET)) {
            secrets = watching;
        }
    }

    private void watchSecretsAnew() {
        secrets.close();
        if (scope.reach().containsKey(Kinds.SECRET)) {
            watch(Kinds.SECRET);
        }
    }

    private UsagePoll.Listener usageListener() {
        return new UsagePoll.Listener() {
            @Override
            public void used(Usage used) {
                tasks.onScreen(() -> {
                    unmeasured.set(Optional.empty());
                    loads.set(usageLoads.after(used, observed));
                });
            }

            @Override
            public void unknown(int code, String message) {
                tasks.onScreen(() -> {
                    unmeasured.set(Optional.of(new Unmeasured(code, message)));
                    loads.set(Loads.NONE);
                });
            }
        };
    }

    /// What nodes and Pods use, if the cluster has a metrics API.
    @Override
    public ReadOnlyObjectProperty<Loads> loadsProperty() {
        return loads.getReadOnlyProperty();
    }

    /// Why it is not known what is used; empty if it is, or was not asked for yet.
    ReadOnlyObjectProperty<Optional<Unmeasured>> unmeasuredProperty() {
        return unmeasured.getReadOnlyProperty();
    }

    /// What is watched of it.
    public LiveScope scope() {
        return scope;
    }

    /// What is recorded of it at the moment, if it is.
    ReadOnlyObjectProperty<Optional<LiveRecording>> recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /// Begins to record it.
    ///
    /// @param ended told how it ended, on the JavaFX thread
    void record(Path file, Consumer<Optional<IOException>> ended) {
        tasks.work(() -> LiveRecording.begin(
                        cluster, scope, file, failure -> tasks.onScreen(() -> ended(failure, ended))))
                .then(begun -> recording.set(Optional.of(begun)))
                .otherwise(failure -> ended.accept(
                        Optional.of(failure instanceof IOException unwritable ? unwritable : new IOException(failure))))
                .start();
    }

    private void ended(Optional<IOException> failure, Consumer<Optional<IOException>> told) {
        stopRecording();
        told.accept(failure);
    }

    /// Ends what is being recorded, if anything is.
    void stopRecording() {
        recording.get().ifPresent(there -> {
            recording.set(Optional.empty());
            tasks.work(() -> {
                        there.close();
                        return there.file();
                    })
                    .start();
        });
    }

    /// Where its work is done.
    public Tasks tasks() {
        return tasks;
    }

    /// Whether the server's certificate was looked at.
    Kubeconfig.Trust trust() {
        return trust;
    }

    /// What the user shows the server, where it is a certificate.
    Optional<ClientCertificate> certificate() {
        return certificate;
    }

    /// Whether it may be changed.
    BooleanProperty unlockedProperty() {
        return unlocked;
    }

    /// Whether what Secrets hold is fetched, too. They are not, unless the user asks.
    BooleanProperty secretValuesProperty() {
        return secretValues;
    }

    @Override
    public ClusterInfo info() {
        return cluster.info();
    }

    @Override
    public Observed observed() {
        return observed;
    }

    @Override
    public ObservableValue<Boolean> passesProperty() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }

    @Override
    public Instant now() {
        return cluster.now();
    }

    @Override
    public BooleanProperty writable() {
        return unlocked;
    }

    @Override
    public boolean staysOpen() {
        return true;
    }

    @Override
    public <T> Tasks.Work<T> ask(Function<Cluster, T> question) {
        return tasks.work(() -> question.apply(guarded));
    }

    /// What is known is enough: events, conditions and owners.
    @Override
    public Tasks.Work<List<Reason>> why(ResourceId object) {
        List<Reason> reasons = new ObservedReasons(observed).of(object, now());
        return tasks.work(() -> reasons);
    }

    @Override
    public Tasks.Work<Permission> may(Right right) {
        return tasks.work(() -> cluster.rights().may(right));
    }

    @Override
    public Subscription begin(Course course) {
        OwnThread thread = new OwnThread();
        CompletableFuture<Subscription> begun = new CompletableFuture<>();
        thread.run(() -> begun.complete(course.begin(thread.hearing(guarded), thread::after)));
        return () -> {
            thread.run(() -> begun.join().close());
            thread.close();
        };
    }

    /// Each command has a thread of its own, on which it hears what it waits for.
    @Override
    public RunningCommand console(String line, ConsoleOutput output) {
        List<String> words = CommandLine.split(line);
        OwnThread thread = new OwnThread();
        CommandRunner runner = commands.on(thread.hearing(guarded), namespace, thread::after);
        CompletableFuture<StartedCommand> started = new CompletableFuture<>();
        thread.run(() -> {
            try {
                started.complete(runner.start(
                        Script.kubectl(words).orElse(words),
                        text -> tasks.onScreen(() -> output.print(text)),
                        text -> tasks.onScreen(() -> output.printError(text)),
                        code -> {
                            tasks.onScreen(() -> output.done(code));
                            thread.close();
                        }));
            } catch (RuntimeException failure) {
                tasks.onScreen(() -> {
                    output.printError(failure.getMessage() + "\n");
                    output.done(1);
                });
                thread.close();
            }
        });
        return () -> thread.run(() -> {
            var _ = started.thenAccept(StartedCommand::stop);
        });
    }

    @Override
    public void whenClosed(Runnable action) {
        closing.add(action);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        closing.clear();
        usage.close();
        Optional<LiveRecording> recorded = recording.get();
        recording.set(Optional.empty());
        tasks.work(() -> {
                    recorded.ifPresent(LiveRecording::close);
                    cluster.close();
                    return cluster.info();
                })
                .otherwise(_ -> {
                    // a connection that cannot be closed is gone all the same
                })
                .start();
    }
}

package drydock.app.live;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.ExecEnvVar;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one or several kubeconfig files say, read without running anything that they name.
///
/// @param text what they say together, with whole paths
/// @param contexts the contexts they offer, in their order
/// @param currentContext the context that kubectl would take, or empty
public record Kubeconfig(String text, List<Context> contexts, String currentContext) {

    /// One way to reach a cluster.
    ///
    /// @param namespace the namespace it starts in, empty where it names none
    /// @param cluster the entry that says where it is
    /// @param server the address of its API server, empty where it names none
    /// @param user the entry that it gets its credentials from, empty where it names none
    /// @param plugin the program that would be started for its credentials, if it needs one
    /// @param trust whether the server's certificate is looked at
    /// @param obstacle why Drydock cannot take it, if it cannot
    public record Context(
            String name,
            String namespace,
            String cluster,
            String server,
            String user,
            Optional<CredentialPlugin> plugin,
            Trust trust,
            Optional<Obstacle> obstacle) {}

    /// Whether the server's certificate is looked at.
    public enum Trust {
        /// It is held against the authorities that the kubeconfig or the system names.
        VERIFIED,
        /// Any is taken (`insecure-skip-tls-verify`): who is in between can read and change all.
        ANY,
        /// There is none (`http://`).
        NONE
    }

    /// What keeps a context from being used.
    public enum Obstacle {
        /// It names a cluster that is not there.
        NO_CLUSTER,
        /// It names a user that is not there.
        NO_USER,
        /// `auth-provider`, which kubectl has not taken since 1.26.
        AUTH_PROVIDER,
        /// A plugin that wants a terminal.
        INTERACTIVE_PLUGIN
    }

    /// A program that makes credentials (`exec` in the user's entry).
    ///
    /// @param command the program, with its whole path where it is there
    /// @param arguments what it is given
    /// @param environment what is set for it, beside what is set for Drydock
    public record CredentialPlugin(String command, List<String> arguments, Map<String, String> environment) {
        public CredentialPlugin {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }

        public CredentialPlugin(String command, List<String> arguments) {
            this(command, arguments, Map.of());
        }

        /// The command line as a shell would be given it, with what is set for it in front.
        public List<String> words() {
            return Stream.concat(
                            environment.entrySet().stream()
                                    .map(set -> set.getKey() + "=" + set.getValue())
                                    .sorted(),
                            arguments.stream())
                    .toList();
        }
    }

    public Kubeconfig {
        contexts = List.copyOf(contexts);
    }

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read, or is no kubeconfig; the message says why
    public static Kubeconfig read(Path file) throws IOException {
        return read(List.of(file));
    }

    /// Reads several files as kubectl does (`client-go/tools/clientcmd/loader.go`): what an earlier one says counts.
    ///
    /// @throws IOException if one cannot be read, or is no kubeconfig; the message says why
    public static Kubeconfig read(List<Path> files) throws IOException {
        MergedConfig merged = new MergedConfig();
        for (Path file : files) {
            merged.add(file, Files.readString(file));
        }
        Config config = merged.config();
        if (config.getContexts().isEmpty()) {
            throw new NoKubeconfig(files.getFirst(), NoKubeconfig.Fault.NO_CONTEXTS);
        }
        return of(config);
    }

    /// What `config` says, whose paths are whole.
    static Kubeconfig of(Config config) {
        List<Context> contexts =
                config.getContexts().stream().map(c -> context(c, config)).toList();
        return new Kubeconfig(new KubernetesSerialization().asYaml(config), contexts, text(config.getCurrentContext()));
    }

    /// What kubectl would take: the usual files, else the cluster that the program runs in; empty if there is neither.
    ///
    /// @throws IOException if a file cannot be read, or is no kubeconfig
    public static Optional<Kubeconfig> usual() throws IOException {
        List<Path> files = usualFiles();
        return files.isEmpty() ? InCluster.kubeconfig(System.getenv(), InCluster.USUAL) : Optional.of(read(files));
    }

    /// The files that kubectl would read: those of `KUBECONFIG`, else `~/.kube/config`; only those that are there.
    public static List<Path> usualFiles() {
        String variable = System.getenv("KUBECONFIG");
        List<Path> named = variable == null || variable.isBlank()
                ? List.of(Path.of(System.getProperty("user.home"), ".kube", "config"))
                : files(variable);
        return named.stream().filter(Files::isRegularFile).toList();
    }

    /// The files that a path names, as `KUBECONFIG` has them: with colons between them (semicolons on Windows).
    public static List<Path> files(String path) {
        return Stream.of(path.split(java.io.File.pathSeparator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .map(Path::of)
                .toList();
    }

    public Optional<Context> context(String name) {
        return contexts.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static Context context(NamedContext named, Config config) {
        var context = Objects.requireNonNullElseGet(named.getContext(), io.fabric8.kubernetes.api.model.Context::new);
        Optional<Cluster> cluster = config.getClusters().stream()
                .filter(c -> c.getName().equals(context.getCluster()))
                .findFirst()
                .map(NamedCluster::getCluster);
        Optional<AuthInfo> user = config.getUsers().stream()
                .filter(u -> u.getName().equals(context.getUser()))
                .findFirst()
                .map(NamedAuthInfo::getUser);
        String server = cluster.map(Cluster::getServer).orElse("");
        return new Context(
                named.getName(),
                text(context.getNamespace()),
                text(context.getCluster()),
                server,
                text(context.getUser()),
                user.flatMap(Kubeconfig::plugin),
                trust(server, cluster),
                obstacle(server, text(context.getUser()), user));
    }

    private static Trust trust(String server, Optional<Cluster> cluster) {
        if (server.startsWith("http:")) {
            return Trust.NONE;
        }
        return cluster.filter(c -> Boolean.TRUE.equals(c.getInsecureSkipTlsVerify()))
                        .isPresent()
                ? Trust.ANY
                : Trust.VERIFIED;
    }

    private static Optional<Obstacle> obstacle(String server, String named, Optional<AuthInfo> user) {
        if (server.isEmpty()) {
            return Optional.of(Obstacle.NO_CLUSTER);
        }
        if (user.isEmpty()) {
            return named.isEmpty() ? Optional.empty() : Optional.of(Obstacle.NO_USER);
        }
        if (user.get().getAuthProvider() != null) {
            return Optional.of(Obstacle.AUTH_PROVIDER);
        }
        ExecConfig exec = user.get().getExec();
        return exec != null && "Always".equals(exec.getInteractiveMode())
                ? Optional.of(Obstacle.INTERACTIVE_PLUGIN)
                : Optional.empty();
    }

    static Optional<CredentialPlugin> plugin(AuthInfo user) {
        ExecConfig exec = user.getExec();
        if (exec == null || exec.getCommand() == null) {
            return Optional.empty();
        }
        Map<String, String> environment = new LinkedHashMap<>();
        if (exec.getEnv() != null) {
            for (ExecEnvVar variable : exec.getEnv()) {
                environment.put(variable.getName(), text(variable.getValue()));
            }
        }
        return Optional.of(new CredentialPlugin(
                exec.getCommand(), exec.getArgs() == null ? List.of() : exec.getArgs(), environment));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

package drydock.app.live;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Kubeconfig files laid together: the first that names something counts, and paths are taken from the folder of the
/// file that has them.
final class MergedConfig {

    private final Map<String, NamedCluster> clusters = new LinkedHashMap<>();
    private final Map<String, NamedAuthInfo> users = new LinkedHashMap<>();
    private final Map<String, NamedContext> contexts = new LinkedHashMap<>();
    private String current = "";

    /// Lays one more file under those there are.
    ///
    /// @throws IOException if it is no kubeconfig
    void add(Path file, String text) throws IOException {
        Config config = read(file, text);
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
        for (NamedCluster cluster : named(config.getClusters(), NamedCluster::getName)) {
            if (cluster.getCluster() != null) {
                makeWhole(cluster.getCluster(), folder);
                clusters.putIfAbsent(cluster.getName(), cluster);
            }
        }
        for (NamedAuthInfo user : named(config.getUsers(), NamedAuthInfo::getName)) {
            if (user.getUser() != null) {
                makeWhole(user.getUser(), folder);
                users.putIfAbsent(user.getName(), user);
            }
        }
        named(config.getContexts(), NamedContext::getName)
                .forEach(context -> contexts.putIfAbsent(context.getName(), context));
        if (current.isEmpty() && config.getCurrentContext() != null) {
            current = config.getCurrentContext();
        }
    }

    Config config() {
        return new ConfigBuilder()
                .withClusters(new ArrayList<>(clusters.values()))
                .withUsers(new ArrayList<>(users.values()))
                .withContexts(new ArrayList<>(contexts.values()))
                .withCurrentContext(current)
                .build();
    }

    private static Config read(Path file, String text) throws IOException {
        @Nullable Config config;
        try {
            config = new KubernetesSerialization().unmarshal(text, Config.class);
        } catch (YamlEngineException unparsed) {
            throw new NoKubeconfig(file, NoKubeconfig.Fault.NO_YAML, unparsed);
        } catch (RuntimeException other) {
            throw new NoKubeconfig(file, NoKubeconfig.Fault.OTHER, other);
        }
        if (config == null) {
            throw new NoKubeconfig(file, NoKubeconfig.Fault.EMPTY);
        }
        return config;
    }

    private static <T> List<T> named(@Nullable List<T> entries, Function<T, @Nullable String> name) {
        return entries == null
                ? List.of()
                : entries.stream().filter(e -> name.apply(e) != null).toList();
    }

    private static void makeWhole(Cluster cluster, Path folder) {
        whole(cluster.getCertificateAuthority(), folder, cluster::setCertificateAuthority);
    }

    private static void makeWhole(AuthInfo user, Path folder) {
        whole(user.getClientCertificate(), folder, user::setClientCertificate);
        whole(user.getClientKey(), folder, user::setClientKey);
        whole(user.getTokenFile(), folder, user::setTokenFile);
        ExecConfig exec = user.getExec();
        if (exec != null && exec.getCommand() != null) {
            exec.setCommand(program(exec.getCommand(), folder));
        }
    }

    private static void whole(@Nullable String path, Path folder, Consumer<String> set) {
        if (path != null && !path.isBlank()) {
            set.accept(folder.resolve(path).normalize().toString());
        }
    }

    /// A name with a separator is a path; another is looked for where the system looks for programs, so that the user
    /// is asked for the very file that would run.
    private static String program(String command, Path folder) {
        if (command.contains("/") || command.contains(File.separator)) {
            return folder.resolve(command).normalize().toString();
        }
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
                .filter(part -> !part.isBlank())
                .map(part -> Path.of(part).resolve(command))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse(command);
    }
}

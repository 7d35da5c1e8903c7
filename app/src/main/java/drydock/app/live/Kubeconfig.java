package drydock.app.live;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A kubeconfig file, read without running anything that it names.
///
/// @param file where it is
/// @param text what it says
/// @param contexts the contexts it offers, in its order
/// @param currentContext the context that kubectl would take, or empty
public record Kubeconfig(Path file, String text, List<Context> contexts, String currentContext) {

    /// One way to reach a cluster.
    ///
    /// @param namespace the namespace it starts in, empty where it names none
    /// @param plugin the program that would be started for its credentials, if it needs one
    public record Context(String name, String namespace, Optional<CredentialPlugin> plugin) {}

    /// A program that makes credentials (`exec` in the user's entry).
    ///
    /// @param command the program, as the file names it
    /// @param arguments what it is given
    public record CredentialPlugin(String command, List<String> arguments) {
        public CredentialPlugin {
            arguments = List.copyOf(arguments);
        }
    }

    public Kubeconfig {
        contexts = List.copyOf(contexts);
    }

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read, or is no kubeconfig; the message says why
    public static Kubeconfig read(Path file) throws IOException {
        String text = Files.readString(file);
        Config config;
        try {
            config = new KubernetesSerialization().unmarshal(text, Config.class);
        } catch (RuntimeException notOne) {
            throw new IOException(file + " is no kubeconfig: " + firstLine(notOne), notOne);
        }
        if (config == null
                || config.getContexts() == null
                || config.getContexts().isEmpty()) {
            throw new IOException(file + " is no kubeconfig: it has no contexts");
        }
        List<Context> contexts =
                config.getContexts().stream().map(c -> context(c, config)).toList();
        String current = config.getCurrentContext() == null ? "" : config.getCurrentContext();
        return new Kubeconfig(file, text, contexts, current);
    }

    /// The files that kubectl would read: those of `KUBECONFIG`, else `~/.kube/config`; only those that are there.
    public static List<Path> usualFiles() {
        String variable = System.getenv("KUBECONFIG");
        List<Path> named = variable == null || variable.isBlank()
                ? List.of(Path.of(System.getProperty("user.home"), ".kube", "config"))
                : List.of(variable.split(java.io.File.pathSeparator)).stream()
                        .filter(part -> !part.isBlank())
                        .map(Path::of)
                        .toList();
        return named.stream().filter(Files::isRegularFile).toList();
    }

    public Optional<Context> context(String name) {
        return contexts.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static Context context(NamedContext named, Config config) {
        String user = named.getContext() == null ? null : named.getContext().getUser();
        String namespace =
                named.getContext() == null ? null : named.getContext().getNamespace();
        Optional<CredentialPlugin> plugin = config.getUsers() == null
                ? Optional.empty()
                : config.getUsers().stream()
                        .filter(u -> u.getName() != null && u.getName().equals(user))
                        .findFirst()
                        .map(NamedAuthInfo::getUser)
                        .flatMap(Kubeconfig::plugin);
        return new Context(named.getName(), namespace == null ? "" : namespace, plugin);
    }

    private static Optional<CredentialPlugin> plugin(AuthInfo user) {
        ExecConfig exec = user.getExec();
        if (exec == null || exec.getCommand() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new CredentialPlugin(exec.getCommand(), exec.getArgs() == null ? List.of() : exec.getArgs()));
    }

    private static String firstLine(RuntimeException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}

package drydock.app.live;

import drydock.app.live.credential.Credentials;
import drydock.app.live.credential.PluginToken;
import drydock.app.live.credential.TokenFile;
import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the client is to connect for one context: addresses and certificates from the kubeconfig, credentials that
/// Drydock sees to itself, so that the client never starts a program or reads a file of its own accord.
///
/// @param credentials where its tokens come from
record ClientConfig(Config config, Credentials credentials) {

    private static final int REQUEST_TIMEOUT_MILLIS = 15_000;

    /// @param environment the process's, for its proxies
    /// @throws ClusterException if the context cannot be taken
    static ClientConfig of(Kubeconfig kubeconfig, Kubeconfig.Context context, Map<String, String> environment) {
        context.obstacle().ifPresent(obstacle -> {
            throw new ClusterException(0, obstacle.name(), words(obstacle, context));
        });
        KubernetesSerialization yaml = new KubernetesSerialization();
        var merged = yaml.unmarshal(kubeconfig.text(), io.fabric8.kubernetes.api.model.Config.class);
        AuthInfo user = merged.getUsers().stream()
                .filter(named -> named.getName().equals(context.user()))
                .findFirst()
                .map(NamedAuthInfo::getUser)
                .orElseGet(AuthInfo::new);
        Cluster cluster = merged.getClusters().stream()
                .filter(named -> named.getName().equals(context.cluster()))
                .findFirst()
                .map(NamedCluster::getCluster)
                .orElseThrow();
        Credentials credentials = credentials(user);
        ConfigBuilder config = new ConfigBuilder(Config.empty())
                .withAutoConfigure(false)
                .withOauthTokenProvider(credentials)
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .withConnectionTimeout(REQUEST_TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(0);
        reaching(config, cluster);
        proxied(config, cluster, environment);
        shown(config, user, credentials);
        return new ClientConfig(config.build(), credentials);
    }

    private static void reaching(ConfigBuilder config, Cluster cluster) {
        boolean anyCertificate = Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify());
        config.withMasterUrl(cluster.getServer())
                .withTrustCerts(anyCertificate)
                .withDisableHostnameVerification(anyCertificate)
                .withCaCertData(cluster.getCertificateAuthorityData())
                .withCaCertFile(cluster.getCertificateAuthority())
                .withTlsServerName(cluster.getTlsServerName());
    }

    private static void shown(ConfigBuilder config, AuthInfo user, Credentials credentials) {
        config.withUsername(user.getUsername())
                .withPassword(user.getPassword())
                .withClientCertData(user.getClientCertificateData())
                .withClientCertFile(user.getClientCertificate())
                .withClientKeyData(user.getClientKeyData())
                .withClientKeyFile(user.getClientKey());
        if (credentials instanceof PluginToken plugin
                && !plugin.made().certificate().isEmpty()) {
            config.withClientCertData(encoded(plugin.made().certificate()))
                    .withClientKeyData(encoded(plugin.made().key()));
        }
        if (user.getAs() != null) {
            config.withImpersonateUsername(user.getAs());
            List<String> groups = user.getAsGroups() == null ? List.of() : user.getAsGroups();
            config.withImpersonateGroups(groups.toArray(String[]::new));
        }
    }

    /// A kubeconfig's own `proxy-url` counts, then the environment, as with kubectl.
    private static void proxied(ConfigBuilder config, Cluster cluster, Map<String, String> environment) {
        if (isSet(cluster.getProxyUrl())) {
            config.withHttpsProxy(cluster.getProxyUrl()).withHttpProxy(cluster.getProxyUrl());
            return;
        }
        variable(environment, "HTTPS_PROXY").ifPresent(config::withHttpsProxy);
        variable(environment, "HTTP_PROXY").ifPresent(config::withHttpProxy);
        variable(environment, "NO_PROXY").ifPresent(hosts -> config.withNoProxy(hosts.split("\\s*,\\s*", -1)));
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(java.util.Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    /// A token counts before its file, and both before a plugin (`client-go/tools/clientcmd/client_config.go`).
    private static Credentials credentials(AuthInfo user) {
        if (isSet(user.getToken())) {
            return Credentials.fixed(user.getToken());
        }
        if (isSet(user.getTokenFile())) {
            return new TokenFile(Path.of(user.getTokenFile()), InstantSource.system());
        }
        ExecConfig exec = user.getExec();
        if (exec != null && exec.getCommand() != null) {
            return new PluginToken(program(exec), InstantSource.system());
        }
        return Credentials.fixed("");
    }

    private static PluginToken.Program program(ExecConfig exec) {
        AuthInfo user = new AuthInfo();
        user.setExec(exec);
        Kubeconfig.CredentialPlugin plugin = Kubeconfig.plugin(user).orElseThrow();
        String version = exec.getApiVersion() == null ? "client.authentication.k8s.io/v1" : exec.getApiVersion();
        return new PluginToken.Program(plugin.command(), plugin.arguments(), plugin.environment(), version);
    }

    private static String encoded(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static String words(Kubeconfig.Obstacle obstacle, Kubeconfig.Context context) {
        return switch (obstacle) {
            case NO_CLUSTER -> "the context " + context.name() + " names a cluster that the kubeconfig does not have";
            case NO_USER ->
                "the context " + context.name() + " names the user " + context.user()
                        + ", whom the kubeconfig does not have";
            case AUTH_PROVIDER ->
                "the user " + context.user()
                        + " has an auth-provider, which kubectl has not taken since 1.26; a credential plugin (exec)"
                        + " has taken its place";
            case INTERACTIVE_PLUGIN -> "the credential plugin of the user " + context.user() + " wants a terminal";
        };
    }
}

package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How kube-proxy is set: as the ConfigMap `kube-proxy` in `kube-system` says, where `kubeadm` keeps it, or else as the
/// cluster was started. The simulated one reads it at once, where a real one would have to be started again.
final class ProxySettings {

    private static final ResourceId CONFIGURATION = ResourceId.of(Kinds.CONFIG_MAP, "kube-system", "kube-proxy");
    private static final Pattern MODE = Pattern.compile("(?m)^mode:\\s*[\"']?(\\w*)");

    private final ApiServer api;
    private final ProxyMode usual;
    private @Nullable HasMetadata read;
    private ProxyMode mode;

    ProxySettings(ApiServer api, ProxyMode usual) {
        this.api = api;
        this.usual = usual;
        this.mode = usual;
    }

    @SuppressWarnings("ReferenceEquality") // of the very version that was read last the mode is known
    ProxyMode mode() {
        HasMetadata configuration = api.get(CONFIGURATION).orElse(null);
        if (configuration != read) {
            read = configuration;
            mode = configuration instanceof ConfigMap map ? mode(map) : usual;
        }
        return mode;
    }

    private ProxyMode mode(ConfigMap map) {
        Map<String, String> data = Objects.requireNonNullElse(map.getData(), Map.of());
        Matcher matcher = MODE.matcher(data.getOrDefault("config.conf", ""));
        String name = matcher.find() ? matcher.group(1) : "";
        return switch (name) {
            case "ipvs" -> ProxyMode.IPVS;
            case "iptables" -> ProxyMode.IPTABLES;
            default -> usual;
        };
    }
}

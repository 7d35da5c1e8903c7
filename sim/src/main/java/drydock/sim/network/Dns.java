package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.container.NameAnswer;
import drydock.sim.network.ServiceRules.Target;
import io.fabric8.kubernetes.api.model.PodDNSConfigOption;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The cluster's name server and the settings by which Pods ask it (`kubernetes/dns docs/specification.md`,
/// `pkg/kubelet/network/dns/dns.go`).
final class Dns {

    /// The address of the name server's Service.
    static final String SERVER = "10.96.0.10";

    private static final String DOMAIN = "cluster.local";
    private static final int MOST_ALIASES = 8;

    /// What a Pod's `/etc/resolv.conf` says.
    record Settings(List<String> servers, List<String> searches, int dots) {

        Settings {
            servers = List.copyOf(servers);
            searches = List.copyOf(searches);
        }

        boolean asksCluster() {
            return servers.contains(SERVER);
        }

        /// The file itself.
        String file() {
            StringBuilder text = new StringBuilder();
            if (!searches.isEmpty()) {
                text.append("search ").append(String.join(" ", searches)).append('\n');
            }
            servers.forEach(server -> text.append("nameserver ").append(server).append('\n'));
            return dots == 1
                    ? text.toString()
                    : text.append("options ndots:").append(dots).append('\n').toString();
        }

        /// The names to try for `name`, in order.
        List<String> names(String name) {
            if (name.endsWith(".")) {
                return List.of(name.substring(0, name.length() - 1));
            }
            List<String> searched =
                    searches.stream().map(search -> name + "." + search).toList();
            List<String> all = new ArrayList<>();
            boolean first = name.chars().filter(c -> c == '.').count() >= dots;
            if (first) {
                all.add(name);
            }
            all.addAll(searched);
            if (!first) {
                all.add(name);
            }
            return all;
        }
    }

    /// The settings of the nodes themselves.
    static final Settings NODE = new Settings(List.of("192.0.2.1"), List.of(), 1);

    private final ServiceTable table;
    private final World world;
    private final Function<String, Optional<String>> publicNames;

    /// @param publicNames the addresses of names that the cluster has outside, as hosts of an Ingress
    Dns(ServiceTable table, World world, Function<String, Optional<String>> publicNames) {
        this.table = table;
        this.world = world;
        this.publicNames = publicNames;
    }

    /// What `spec.dnsPolicy` and `spec.dnsConfig` make of a Pod's settings.
    static Settings settings(PodSpec spec, String namespace) {
        String policy = Objects.requireNonNullElse(spec.getDnsPolicy(), "ClusterFirst");
        boolean host = Boolean.TRUE.equals(spec.getHostNetwork());
        Settings base = policy.equals("None")
                ? new Settings(List.of(), List.of(), 1)
                : policy.equals("Default") || (policy.equals("ClusterFirst") && host)
                        ? NODE
                        : new Settings(
                                List.of(SERVER), List.of(namespace + ".svc." + DOMAIN, "svc." + DOMAIN, DOMAIN), 5);
        if (spec.getDnsConfig() == null) {
            return base;
        }
        List<String> servers = new ArrayList<>(base.servers());
        servers.addAll(spec.getDnsConfig().getNameservers());
        List<String> searches = new ArrayList<>(base.searches());
        searches.addAll(spec.getDnsConfig().getSearches());
        int dots = spec.getDnsConfig().getOptions().stream()
                .filter(o -> "ndots".equals(o.getName()))
                .map(PodDNSConfigOption::getValue)
                .filter(v -> v != null && v.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(base.dots());
        return new Settings(
                servers.stream().distinct().toList(),
                searches.stream().distinct().toList(),
                dots);
    }

    /// What `name` is with `settings`; no addresses if it is not known.
    NameAnswer lookUp(Settings settings, String name) {
        String server =
                settings.servers().isEmpty() ? "127.0.0.1" : settings.servers().getFirst();
        for (String whole : settings.names(name)) {
            Optional<NameAnswer> found = find(server, whole, "", settings.asksCluster(), 0);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new NameAnswer(server, name, "", List.of());
    }

    private Optional<NameAnswer> find(String server, String name, String first, boolean cluster, int aliases) {
        String asked = first.isEmpty() ? name : first;
        if (cluster && name.endsWith("." + DOMAIN)) {
            return inCluster(server, name, asked, aliases);
        }
        Optional<String> address = publicNames
                .apply(name)
                .or(() -> world.knows(name) ? Optional.of(World.address(name)) : Optional.empty());
        return address.map(a -> new NameAnswer(server, asked, first.isEmpty() ? "" : name, List.of(a)));
    }

    private Optional<NameAnswer> inCluster(String server, String name, String asked, int aliases) {
        List<String> parts =
                List.of(name.substring(0, name.length() - DOMAIN.length() - 1).split("\\.", -1));
        int size = parts.size();
        String kind = parts.getLast();
        if (kind.equals("pod") && size == 3 && parts.getFirst().matches("\\d+(-\\d+){3}")) {
            return Optional.of(
                    new NameAnswer(server, asked, "", List.of(parts.getFirst().replace('-', '.'))));
        }
        if (!kind.equals("svc") || size < 3 || size > 4) {
            return Optional.empty();
        }
        ResourceId id = ResourceId.of(Kinds.SERVICE, parts.get(size - 2), parts.get(size - 3));
        Optional<ServiceRules> rules = table.current(id);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Service service = rules.get().service();
        if (rules.get().isExternalName()) {
            String target = service.getSpec().getExternalName();
            return size == 4 || aliases == MOST_ALIASES
                    ? Optional.empty()
                    : find(server, target, asked, true, aliases + 1);
        }
        String host = size == 4 ? parts.getFirst() : "";
        List<String> addresses = rules.get().isHeadless()
                ? endpoints(rules.get(), host)
                : host.isEmpty() ? List.of(service.getSpec().getClusterIP()) : List.of();
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(new NameAnswer(server, asked, asked.equals(name) ? "" : name, addresses));
    }

    /// The Service of type ExternalName that gave the answer, if one did.
    Optional<ResourceId> externalName(NameAnswer answer) {
        String[] parts = answer.name().split("[.]", -1);
        return Optional.of(answer)
                .filter(a -> !a.alias().isEmpty() && parts.length > 2 && parts[2].equals("svc"))
                .map(_ -> ResourceId.of(Kinds.SERVICE, parts[1], parts[0]))
                .filter(id ->
                        table.current(id).filter(ServiceRules::isExternalName).isPresent());
    }

    /// The addresses of those that are ready, in the order of the slices; `host` chooses one by its hostname.
    private static List<String> endpoints(ServiceRules rules, String host) {
        return rules.targets().stream()
                .filter(Target::ready)
                .filter(t -> host.isEmpty()
                        || t.hostname().equals(host)
                        || (t.hostname().isEmpty()
                                && t.address().replace('.', '-').equals(host)))
                .map(Target::address)
                .distinct()
                .toList();
    }
}

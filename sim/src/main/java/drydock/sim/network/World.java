package drydock.sim.network;

import drydock.sim.container.Call;
import drydock.sim.container.Outside;
import drydock.sim.container.Reply;
import drydock.sim.container.SearchServer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The world beyond the cluster: every host with a domain's name answers, and what is said to an Elasticsearch there is
/// kept; a cluster that is cut off has none.
public final class World implements Outside {

    private static final int MOST_HOSTS = 1_000;

    private final boolean reachable;
    private final Map<String, Long> requests = new TreeMap<>();
    private final Map<String, SearchServer.Index> indices = new TreeMap<>();

    World(boolean reachable) {
        this.reachable = reachable;
    }

    @Override
    public Optional<Reply> answer(Call call) {
        if (!reachable || !knows(call.host())) {
            return Optional.empty();
        }
        String host = plain(call.host());
        if (requests.size() < MOST_HOSTS || requests.containsKey(host)) {
            requests.merge(host, 1L, Long::sum);
        }
        boolean search = call.port() == 9200 || call.path().contains("/_bulk");
        if (search && (indices.size() < MOST_HOSTS || indices.containsKey(host))) {
            return Optional.of(
                    indices.computeIfAbsent(host, _ -> new SearchServer.Index()).answer(call));
        }
        return Outside.ANSWERING.answer(call);
    }

    /// Whether there is such a host.
    boolean knows(String host) {
        return reachable && Outside.isName(host);
    }

    /// An address for a host: the same for the same name.
    static String address(String host) {
        return "198.51.100." + (1 + Math.floorMod(plain(host).hashCode(), 254));
    }

    private static String plain(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /// How many requests came to each host, by its name.
    public Map<String, Long> requests() {
        return Map.copyOf(requests);
    }

    /// What each Elasticsearch outside holds, by its host's name.
    public Map<String, SearchServer.Index> indices() {
        return Map.copyOf(indices);
    }
}

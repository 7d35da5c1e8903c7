package drydock.sim.network;

/// How kube-proxy chooses among endpoints.
public enum ProxyMode {
    /// At random, for each connection.
    IPTABLES,
    /// In turn.
    IPVS
}

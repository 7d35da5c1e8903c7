package drydock.sim.kubelet;

import drydock.sim.container.Files;
import drydock.sim.container.Network;
import drydock.sim.network.ClusterNetwork;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.Pod;

/// The files of `/etc` that a kubelet writes for each container: its name, the hosts it knows, and its name servers
/// (`pkg/kubelet/kubelet_pods.go`, managedHostsFileContent).
final class MachineFiles {

    private MachineFiles() {}

    static void write(Files files, Pod pod, Network network) {
        files.makeDirectories("/etc");
        files.write("/etc/hostname", network.hostname() + "\n");
        files.write("/etc/resolv.conf", ClusterNetwork.resolvConf(pod));
        StringBuilder hosts = new StringBuilder("# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n");
        String subdomain = pod.getSpec().getSubdomain();
        hosts.append(network.address()).append('\t');
        if (subdomain != null && !subdomain.isEmpty()) {
            hosts.append(network.hostname())
                    .append('.')
                    .append(subdomain)
                    .append('.')
                    .append(pod.getMetadata().getNamespace())
                    .append(".svc.cluster.local\t");
        }
        hosts.append(network.hostname()).append('\n');
        if (!pod.getSpec().getHostAliases().isEmpty()) {
            hosts.append("\n# Entries added by HostAliases.\n");
            for (HostAlias alias : pod.getSpec().getHostAliases()) {
                hosts.append(alias.getIp())
                        .append('\t')
                        .append(String.join("\t", alias.getHostnames()))
                        .append('\n');
            }
        }
        files.write("/etc/hosts", hosts.toString());
    }
}

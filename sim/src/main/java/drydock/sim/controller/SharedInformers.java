package drydock.sim.controller;

import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The caches that the controllers share, as those of one controller manager do: every Pod is kept once.
///
/// @param pods found by who controls them ([Owners#indexKey]), by their labels ([LabelKeys#of]), by their node and by
/// the claims they name ([VolumeClaims#key])
/// @param tally how many Pods each owner has
/// @param services found by the first label they select ([LabelKeys#ofSelector])
public record SharedInformers(Informer<Pod> pods, PodTally tally, Informer<Service> services) {

    public static SharedInformers start(ApiServer server) {
        ApiServer api = server.as("kube-controller-manager");
        PodTally tally = new PodTally();
        return new SharedInformers(
                new Informer<>(api, Kinds.POD, Pod.class, SharedInformers::podKeys, SharedInformers::haveSameKeys)
                        .on(tally::podChanged),
                tally,
                new Informer<>(
                        api,
                        Kinds.SERVICE,
                        Service.class,
                        s -> LabelKeys.ofSelector(
                                s.getMetadata().getNamespace(), s.getSpec().getSelector())));
    }

    /// The key by which the Pods on the node called `name` are found.
    public static String onNode(String name) {
        return "node/" + name;
    }

    /// The Pods in `namespace` that `selector` chooses. Only those are looked at that carry a label it asks for, if it
    /// asks for one.
    public List<Pod> chosen(String namespace, LabelSelector selector) {
        return LabelKeys.candidates(pods, namespace, selector).stream()
                .filter(pod -> pod.getMetadata().getNamespace().equals(namespace))
                .filter(selector::matches)
                .toList();
    }

    private static boolean haveSameKeys(Pod before, Pod after) {
        return Objects.equals(
                        before.getMetadata().getLabels(), after.getMetadata().getLabels())
                && Owners.all(before).equals(Owners.all(after))
                && Pods.node(before).equals(Pods.node(after))
                && before.getSpec().getVolumes().equals(after.getSpec().getVolumes());
    }

    private static List<String> podKeys(Pod pod) {
        List<String> keys = new ArrayList<>(
                LabelKeys.of(pod.getMetadata().getNamespace(), pod.getMetadata().getLabels()));
        keys.add(Owners.indexKey(pod));
        if (!Pods.node(pod).isEmpty()) {
            keys.add(onNode(Pods.node(pod)));
        }
        VolumeClaims.of(pod)
                .forEach(name -> keys.add(VolumeClaims.key(pod.getMetadata().getNamespace(), name)));
        return keys;
    }
}

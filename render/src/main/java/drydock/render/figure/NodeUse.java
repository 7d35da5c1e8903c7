package drydock.render.figure;

import drydock.model.resource.QuantityUnits;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What the Pods of one node ask for, of what the node can give: CPU in cores, memory in bytes.
public record NodeUse(double cpu, double allCpu, double memory, double allMemory) {

    /// What the Pods of `node` ask of it.
    ///
    /// @param pods those on the node; what is over asks for nothing any more
    public static NodeUse of(Node node, Iterable<Pod> pods) {
        double cpu = 0;
        double memory = 0;
        for (Pod pod : pods) {
            if (!isOver(pod)) {
                cpu += requested(pod, "cpu");
                memory += requested(pod, "memory");
            }
        }
        Map<String, Quantity> all = node.getStatus() == null
                ? Map.of()
                : node.getStatus().getAllocatable() == null
                                || node.getStatus().getAllocatable().isEmpty()
                        ? node.getStatus().getCapacity() == null
                                ? Map.of()
                                : node.getStatus().getCapacity()
                        : node.getStatus().getAllocatable();
        return new NodeUse(cpu, amount(all, "cpu"), memory, amount(all, "memory"));
    }

    /// What is asked for and what there is, as `300m/4000m` or `0.3/4`; where that is not known, what is asked for.
    public String cpuText(QuantityUnits units) {
        return cores(cpu, units) + (allCpu > 0 ? "/" + cores(allCpu, units) : "");
    }

    /// What is asked for and what there is, as `64Mi/8Gi`; where that is not known, what is asked for.
    public String memoryText(QuantityUnits units) {
        return bytes(memory, units) + (allMemory > 0 ? "/" + bytes(allMemory, units) : "");
    }

    static double share(double part, double whole) {
        return whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
    }

    /// Whether a Pod has ended and counts on its node no more.
    public static boolean isOver(Pod pod) {
        String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        return "Succeeded".equals(phase) || "Failed".equals(phase);
    }

    /// What a Pod asks for: the sum of its containers, or the greatest init container where that is more, and what its
    /// runtime takes beside them (`component-helpers/resource/helpers.go` PodRequests).
    private static double requested(Pod pod, String resource) {
        if (pod.getSpec() == null) {
            return 0;
        }
        double sum = sum(pod.getSpec().getContainers(), resource);
        double greatest = 0;
        double sidecars = 0;
        for (Container init : pod.getSpec().getInitContainers()) {
            double own = sum(List.of(init), resource);
            sidecars += PodReading.isSidecar(init) ? own : 0;
            greatest = Math.max(greatest, PodReading.isSidecar(init) ? sidecars : sidecars + own);
        }
        double overhead =
                pod.getSpec().getOverhead() == null ? 0 : amount(pod.getSpec().getOverhead(), resource);
        return Math.max(sum + sidecars, greatest) + overhead;
    }

    private static double sum(List<Container> containers, String resource) {
        double sum = 0;
        for (Container c : containers) {
            if (c.getResources() != null && c.getResources().getRequests() != null) {
                sum += amount(c.getResources().getRequests(), resource);
            }
        }
        return sum;
    }

    private static double amount(Map<String, Quantity> amounts, String resource) {
        Quantity quantity = amounts.get(resource);
        if (quantity == null) {
            return 0;
        }
        BigDecimal value;
        try {
            value = Quantity.getAmountInBytes(quantity);
        } catch (ArithmeticException | IllegalArgumentException broken) {
            return 0;
        }
        return value.doubleValue();
    }

    private static String cores(double cores, QuantityUnits units) {
        if (units.cpu() == QuantityUnits.Cpu.MILLICORES) {
            return Math.round(cores * 1000) + "m";
        }
        double rounded = Math.round(cores * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    static String bytes(double bytes) {
        return bytes(bytes, QuantityUnits.AS_WRITTEN);
    }

    /// Sums are written nowhere: without a wish they are shown in powers of 1,024.
    private static String bytes(double bytes, QuantityUnits units) {
        if (units.bytes() == QuantityUnits.Bytes.DECIMAL) {
            double mega = bytes / 1e6;
            return mega < 1 ? "0" : mega < 1000 ? Math.round(mega) + "M" : trim(mega / 1000) + "G";
        }
        double mi = bytes / (1 << 20);
        if (mi < 1) {
            return "0";
        }
        return mi < 1024 ? Math.round(mi) + "Mi" : trim(mi / 1024) + "Gi";
    }

    private static String trim(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}

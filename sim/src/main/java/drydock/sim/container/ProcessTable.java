package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The processes that see each other, by their numbers (a PID namespace): those of one container, or of several that
/// share theirs.
///
/// **The first.** When the process with the number 1 ends, the kernel kills all others.
public final class ProcessTable {

    private Map<Integer, ContainerProcess> processes = Map.of();
    private final boolean paused;
    private int lastPid;

    /// An empty table: who begins first in it has the number 1.
    public ProcessTable() {
        this(false);
    }

    private ProcessTable(boolean paused) {
        this.paused = paused;
        this.lastPid = paused ? 1 : 0;
    }

    /// The table of a Pod whose containers share it: the pause container's process has the number 1 and never ends.
    public static ProcessTable withPause() {
        return new ProcessTable(true);
    }

    /// One process as `ps` tells of it.
    record Entry(int pid, String command) {}

    /// The processes in the order of their numbers.
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (paused) {
            entries.add(new Entry(1, "/pause"));
        }
        processes.values().forEach(p -> entries.add(new Entry(p.pid(), String.join(" ", p.arguments()))));
        return entries;
    }

    Optional<ContainerProcess> find(int pid) {
        return Optional.ofNullable(processes.get(pid));
    }

    /// Gives a process the next number.
    int begun(ContainerProcess process) {
        processes = Few.with(processes, ++lastPid, process);
        return lastPid;
    }

    /// A process has ended.
    void over(ContainerProcess process) {
        if (process.equals(processes.get(process.pid()))) {
            processes = Few.without(processes, process.pid());
        }
    }

    /// The first process of a container has ended: the others of the container are killed, and all there are if it was
    /// the first of all.
    void endedWith(Container container, ContainerProcess first) {
        List.copyOf(processes.values()).stream()
                .filter(other -> first.pid() == 1 || other.container().equals(container))
                .forEach(ContainerProcess::kill);
    }
}

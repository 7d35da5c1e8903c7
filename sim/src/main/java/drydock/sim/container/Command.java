package drydock.sim.container;

/// A program of an image: what happens when it is run.
///
/// It ends by [ContainerProcess#exit], at once, after a while of virtual time, or never.
@FunctionalInterface
public interface Command {

    void run(ContainerProcess process);
}

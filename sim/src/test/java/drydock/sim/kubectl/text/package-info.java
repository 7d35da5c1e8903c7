@org.jspecify.annotations.NullMarked
package drydock.sim.kubectl.text;

/// Tests of the rules for workloads and what scales and protects them.
@NullMarked
package drydock.model.validation.workload;

import org.jspecify.annotations.NullMarked;
